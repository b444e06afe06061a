namespace ContractKit.Generator;

/// <summary>The names of the pipeline's steps, by which the caching tests find them.</summary>
public static class Steps
{
    /// <summary>A file's text to a JSON document.</summary>
    public const string Read = "ContractKit.Read";

    /// <summary>The compilation and its options to what the consumer has to offer.</summary>
    public const string Consumer = "ContractKit.Consumer";

    /// <summary>All documents to what each manifest leads to.</summary>
    public const string Link = "ContractKit.Link";

    /// <summary>A document to the unit of it and what it reaches.</summary>
    public const string Unit = "ContractKit.Unit";

    /// <summary>A unit to its contract: types, validators, services.</summary>
    public const string Bind = "ContractKit.Bind";

    /// <summary>Contracts to files, grouped by a stable key.</summary>
    public const string Render = "ContractKit.Render";

    /// <summary>The names of generated types to the project's own types that clash with them.</summary>
    public const string OwnTypes = "ContractKit.OwnTypes";

    /// <summary>All that is wrong.</summary>
    public const string Problems = "ContractKit.Problems";
}
