using System;
using System.Linq;
using System.Text;
using ContractKit.Json;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>What a converter says of its own writing, held against the validator: a server sends unread what it says is valid.</summary>
internal static class WrittenClaim
{
    /// <summary>What is wrong with it for a document that is read with no more than what its type needs; null where nothing is.</summary>
    /// <param name="converter">The generated class <c>Converter</c>.</param>
    /// <param name="json">The document: what does not keep the schema says most.</param>
    public static string? Fault(Type converter, string json)
    {
        var type = converter.BaseType!.GetGenericArguments().Single();
        var instance = converter.GetField("Instance")!.GetValue(null);
        return (string?)new Func<ContractConverter<object>, string, string?>(Fault).Method.GetGenericMethodDefinition().MakeGenericMethod(type).Invoke(null, [instance, json]);
    }

    private static string? Fault<T>(ContractConverter<T> converter, string json)
    {
        if (!converter.TryRead(Encoding.UTF8.GetBytes(json), out var value, out _))
        {
            return null;
        }

        var output = new JsonOutput(256);
        converter.WriteValue(ref output, value);
        var fault = converter.IsValidAsWritten(output) && !converter.IsValid(output.Written) ? "was called valid, and is not: " + Encoding.UTF8.GetString(output.Written) : null;
        output.Dispose();
        return fault;
    }
}
