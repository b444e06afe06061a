using System.IO;
using ContractKit.Testing;

namespace ContractKit.Compiler.Tests.Types;

/// <summary>One schema with every kind of type in it; consumers of every framework compile it too.</summary>
internal static class EverythingSchema
{
    public static string Text { get; } = Read("schema/everything.schema.json");

    public static string Instance { get; } = Read("everything.json").Trim();

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.PathOf("tests", "Contracts", "everything"), path));
}
