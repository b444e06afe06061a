using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ContractKit.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ContractKit.Generator.Tests;

/// <summary>What the project's references offer, and its own polyfills, decides what is generated: with the types of IHttpClientFactory, its client's registration.</summary>
public sealed class OfferedTypesTests
{
    private const string Program = "internal static class Program { }";
    private const string Internal = "namespace Microsoft.Extensions.DependencyInjection { internal interface IHttpClientBuilder { } internal static class HttpClientFactoryServiceCollectionExtensions { } }";
    private const string Public = "namespace Microsoft.Extensions.DependencyInjection { public interface IHttpClientBuilder { } public static class HttpClientFactoryServiceCollectionExtensions { } }";
    private const string OneOfBoth = "namespace Microsoft.Extensions.DependencyInjection { public interface IHttpClientBuilder { } }";
    private const string Generic = "namespace Microsoft.Extensions.DependencyInjection { public interface IHttpClientBuilder<T> { } public static class HttpClientFactoryServiceCollectionExtensions { } }";
    private const string Nested = "namespace Microsoft.Extensions { public static class DependencyInjection { public interface IHttpClientBuilder { } public static class HttpClientFactoryServiceCollectionExtensions { } } }";

    private const string FileLocal = "namespace Microsoft.Extensions.DependencyInjection { file interface IHttpClientBuilder { } file static class HttpClientFactoryServiceCollectionExtensions { } }";

    [Theory]
    [InlineData(false, Program)]
    [InlineData(false, FileLocal)]
    [InlineData(true, Internal)]
    [InlineData(false, Generic)]
    [InlineData(false, Nested)]
    [InlineData(false, Program, Internal, Internal)]
    [InlineData(true, Internal, Internal, Internal)]
    [InlineData(true, Program, Public)]
    [InlineData(true, Program, Internal, Public)]
    [InlineData(false, Program, OneOfBoth)]
    [InlineData(false, Program, Generic)]
    [InlineData(false, Program, Nested)]
    public void A_type_is_offered_where_the_project_may_name_it(bool isOffered, string program, params string[] references) =>
        Assert.Equal(isOffered, HasRegistration(program, references.Select(static text => Reference(text))));

    // Generated code says global::, by which nothing of such a reference can be named.
    [Fact]
    public void What_has_an_alias_only_is_not_offered()
    {
        Assert.False(HasRegistration(Program, [Reference(Public).WithAliases(["polyfills"])]));
        Assert.True(HasRegistration(Program, [Reference(Public).WithAliases(["polyfills", "global"])]));
    }

    private static bool HasRegistration(string program, IEnumerable<MetadataReference> references) => new GeneratorHost(
        [("/app/contracts.json", """{ "namespace": "Acme", "services": { "Orders": { "operations": { "get": { "method": "GET", "path": "/orders", "responses": { "200": "order.json" } } } } } }"""), ("/app/order.json", """{ "type": "object" }""")],
        program,
        references: [.. ConsumerCompilation.References, .. references]).Run().GeneratedSources.Any(static source => source.SourceText.ToString().Contains("IHttpClientBuilder", StringComparison.Ordinal));

    private static MetadataReference Reference(string text)
    {
        var compilation = CSharpCompilation.Create(
            "Reference" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(text)], ConsumerCompilation.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
