using System;
using ContractKit.Compiler.Model.Schemas;
using ContractKit.Compiler.Model.Types;

namespace ContractKit.Compiler.Model.Services;

/// <summary>The use of a schema by an operation.</summary>
/// <param name="Schema">Where the schema stands.</param>
/// <param name="Directions">Which way its values travel, seen from the caller.</param>
public sealed record SchemaUse(SchemaLocation Schema, Directions Directions)
{
    private readonly TypeShape? _shape;

    /// <summary>The C# type of its values, once the types are known.</summary>
    public TypeShape Shape
    {
        get => _shape ?? throw new InvalidOperationException("The service has not been linked to its types.");
        init => _shape = value;
    }

    /// <summary>Whether the schema asks for more than the C# type's own schema does.</summary>
    public bool HasRule { get; init; }
}
