using System;

namespace ContractKit;

/// <summary>Marks a generated type and names the schema it was made from.</summary>
/// <param name="schema">The schema's file and JSON pointer, as in <c>schema/task-status.response.schema.json#/properties/status</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface, Inherited = false)]
public sealed class ContractTypeAttribute(string schema) : Attribute
{
    /// <summary>The schema's file and JSON pointer.</summary>
    public string Schema { get; } = schema;
}

/// <summary>Marks a generated enum and names the types that take it to and from its wire words.</summary>
/// <param name="text">The static class with <c>ToText</c> and <c>TryParse</c>.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class ContractEnumAttribute(Type text) : Attribute
{
    /// <summary>The static class with <c>ToText</c> and <c>TryParse</c>.</summary>
    public Type Text { get; } = text;

    /// <summary>The struct that holds a value of the enum or a word that it does not have; null where the contract has no such place.</summary>
    public Type? Open { get; set; }
}

/// <summary>The wire word of a generated enum's member: the exact text that stands for it in JSON.</summary>
/// <param name="word">The word; for an enum of integers its digits.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ContractWordAttribute(string word) : Attribute
{
    /// <summary>The word; for an enum of integers its digits.</summary>
    public string Word { get; } = word;
}

/// <summary>The JSON name of a generated property.</summary>
/// <param name="name">The member's name in JSON.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContractPropertyAttribute(string name) : Attribute
{
    /// <summary>The member's name in JSON.</summary>
    public string Name { get; } = name;
}

/// <summary>Method and path of the operation that a generated method calls or serves.</summary>
/// <param name="method">The HTTP method, in capitals.</param>
/// <param name="path">The path template, as in <c>/tasks/{id}</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractOperationAttribute(string method, string path) : Attribute
{
    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; } = method;

    /// <summary>The path template.</summary>
    public string Path { get; } = path;
}
