namespace ContractKit.Compiler.Model.Schemas;

/// <summary>The dialects of JSON Schema that are understood, oldest first, so that they compare as they follow each other.</summary>
public enum Dialect
{
    /// <summary>draft-04.</summary>
    Draft04,

    /// <summary>draft-06.</summary>
    Draft06,

    /// <summary>draft-07.</summary>
    Draft07,

    /// <summary>2019-09.</summary>
    Draft201909,

    /// <summary>2020-12.</summary>
    Draft202012,
}
