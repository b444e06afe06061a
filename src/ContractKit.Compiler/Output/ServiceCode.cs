using System.Collections.Generic;
using System.Linq;
using ContractKit.Compiler.Documents;
using ContractKit.Compiler.Model;
using ContractKit.Compiler.Model.Names;
using ContractKit.Compiler.Model.Services;
using ContractKit.Compiler.Model.Types;
using ContractKit.Compiler.Output.Types;

namespace ContractKit.Compiler.Output;

/// <summary>What the files of one service share: how its types and parameters are spelt.</summary>
internal sealed class ServiceCode(ServiceContract service, TypeRendering rendering, LibraryNames names)
{
    private readonly Dictionary<SchemaUse, CSharpName> _converters = [];
    private readonly ShapeCode _shapes = new(rendering);

    /// <summary>The service.</summary>
    public ServiceContract Service { get; } = service;

    /// <summary>Whose code it is.</summary>
    public Consumer Consumer => rendering.Consumer;

    /// <summary>Types of .NET and of the libraries.</summary>
    public LibraryNames Names { get; } = names;

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public Code Visibility => rendering.Visibility;

    /// <summary>The question mark of a reference type that may be null, where the language has it.</summary>
    public Code OrNull => rendering.Q;

    /// <summary>The mark of generated types.</summary>
    public Code Generated => rendering.GeneratedCode;

    /// <summary>The class with what client and server know of the operations.</summary>
    public CSharpName Operations => Service.OperationsClass;

    /// <summary>The C# type of a shape.</summary>
    public Code Type(TypeShape shape) => _shapes.TypeName(shape);

    /// <summary>The C# type of a shape inside a type that has members of those names, which C# would take a short name for.</summary>
    public Code TypeBeside(TypeShape shape, ICollection<string> members) =>
        shape.NotNull is NamedShape named && members.Contains(named.Name.Identifier)
            ? Code.Of($"{rendering.Own(named.Name)}{Code.When(shape is NullableShape, IsValueType(shape) ? Code.Of($"?") : OrNull)}")
            : Type(shape);

    /// <summary>The C# type of a parameter.</summary>
    public Code Type(ParameterContract parameter) =>
        parameter.Required ? Type(parameter.Schema.Shape) : Code.Of($"{Type(parameter.Schema.Shape)}{(IsValueType(parameter.Schema.Shape) ? Code.Of($"?") : OrNull)}");

    /// <summary>The converter of a body, parameter or header: the type's own, or one of the service's that is made once and checks the schema of that place.</summary>
    public Code Converter(SchemaUse use)
    {
        if (!use.HasRule)
        {
            return _shapes.Converter(use.Shape);
        }

        if (!_converters.TryGetValue(use, out var name))
        {
            name = CSharpName.Of("Converter" + (_converters.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            _converters.Add(use, name);
        }

        return Code.Of($"{Operations}.{name}");
    }

    /// <summary>The converters that were asked for and are made once. They stand beside fields that may be called as types are.</summary>
    public Code Converters
    {
        get
        {
            var inside = rendering.Within(Service.Operations.SelectMany(static operation => new[] { operation.Field, CompletionField(operation) }));
            var shapes = new ShapeCode(inside);
            return Code.Lines(_converters, converter =>
            {
                var rule = inside.RuleOf(converter.Key.Schema);
                return Code.Of(
                    $"""
                    internal static readonly {Names["ContractConverter"]}<{shapes.TypeName(converter.Key.Shape)}> {converter.Value} =
                        {shapes.Converter(converter.Key.Shape)}{Code.When(!rule.IsEmpty, $".Checked({rule}.Evaluate)")};
                    """);
            });
        }
    }

    /// <summary>The field with what ends an operation's task.</summary>
    public static CSharpName CompletionField(OperationContract operation) => CSharpName.Of(operation.Field.Identifier + "Completion");

    /// <summary>How a parameter's text stands for JSON.</summary>
    public Code TextKind(TypeShape shape)
    {
        var kind = Names["ContractTextKind"];
        var isList = shape is ListShape;
        var item = shape is ListShape list ? list.Item.NotNull : shape.NotNull;
        var isLiteral = item is ScalarShape { Kind: ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal }
            or NamedShape { Kind: NamedKind.Choice or NamedKind.Enum or NamedKind.OpenEnum };
        return (isList, isLiteral) switch
        {
            (false, false) => Code.Of($"{kind}.Text"),
            (false, true) => Code.Of($"{kind}.Literal"),
            (true, false) => Code.Of($"{kind}.List"),
            (true, true) => Code.Of($"{kind}.List | {kind}.Literal"),
        };
    }

    /// <summary>Whether a shape's C# type is a struct.</summary>
    public static bool IsValueType(TypeShape shape) => ShapeCode.IsValueType(shape.NotNull);

    /// <summary>The parameters of a method of client or handler, without the last ones that each has of its own.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="withDefaults">Whether what is not required may be left out.</param>
    public IEnumerable<Code> Parameters(OperationContract operation, bool withDefaults)
    {
        foreach (var parameter in operation.Parameters.Where(static parameter => parameter.Required))
        {
            yield return Code.Of($"{Type(parameter)} {parameter.Name}");
        }

        if (operation.RequestBody is { } body)
        {
            yield return Code.Of($"{Type(body.Schema.Shape)} request");
        }

        foreach (var parameter in operation.Parameters.Where(static parameter => !parameter.Required))
        {
            yield return Code.Of($"{Type(parameter)} {parameter.Name}{Code.When(withDefaults, $" = null")}");
        }
    }

    /// <summary>The arguments for <see cref="Parameters"/>.</summary>
    public static IEnumerable<Code> Arguments(OperationContract operation) =>
    [
        .. operation.Parameters.Where(static parameter => parameter.Required).Select(static parameter => Code.Of($"{parameter.Name}")),
        Code.When(operation.RequestBody is not null, $"request"),
        .. operation.Parameters.Where(static parameter => !parameter.Required).Select(static parameter => Code.Of($"{parameter.Name}")),
    ];

    /// <summary>The doc comments of <see cref="Parameters"/>.</summary>
    public static Code ParameterDocs(OperationContract operation) => Code.Lines(
    [
        .. operation.Parameters.Where(static parameter => parameter.Required).Select(Doc),
        Code.When(operation.RequestBody is not null, DocComment.Param(CSharpName.Of("request"), "The request's body.")),
        .. operation.Parameters.Where(static parameter => !parameter.Required).Select(Doc),
    ]);

    /// <summary>The marks of a method that calls or serves an operation.</summary>
    public Code Marks(OperationContract operation) => Code.Lines(
    [
        Code.Of($"[ContractOperation({Literal.String(operation.Method)}, {Literal.String(operation.Path.Text)})]"),
        rendering.Obsolete(operation.Deprecated),
    ]);

    /// <summary>Whether the client checks responses against their whole schemas.</summary>
    public bool EnforcesResponses { get; init; }

    /// <summary>What an operation is for, as a summary.</summary>
    public static string Summary(OperationContract operation) =>
        operation.Summary ?? operation.Description ?? operation.Method + " " + operation.Path.Text + ".";

    private static Code Doc(ParameterContract parameter) => DocComment.Param(
        parameter.Name,
        parameter.Description ?? parameter.Place switch
        {
            ParameterPlace.Path => "\"" + parameter.WireName + "\" in the path.",
            ParameterPlace.Query => "\"" + parameter.WireName + "\" in the query.",
            _ => "The header \"" + parameter.WireName + "\".",
        });
}
