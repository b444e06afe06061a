using System;
using ContractKit.Compiler.Documents;

namespace ContractKit.Compiler.Model;

/// <summary>What the project that gets the code has to offer. Equal consumers get equal code.</summary>
/// <param name="LanguageVersion">The C# version times a hundred: 703 for 7.3, 1400 for 14.</param>
/// <param name="Features">What may be used in the code beside the language version.</param>
/// <param name="Parts">What the project wants to be generated.</param>
/// <param name="Visibility">The accessibility of generated types.</param>
/// <param name="RootNamespace">The project's root namespace; empty where it has none.</param>
/// <param name="ProjectDirectory">The project's folder with <c>/</c> between folders and at its end; empty where it is not told.</param>
public sealed record Consumer(
    int LanguageVersion,
    ConsumerFeatures Features,
    GeneratedParts Parts,
    GeneratedVisibility Visibility,
    string RootNamespace,
    string ProjectDirectory)
{
    /// <summary>Types of the manifests' namespaces, not generated, that are called like one that generated code names: those are written in full.</summary>
    public EquatableArray<string> TakenNames { get; init; }

    /// <summary>Whether all of those features are there.</summary>
    public bool Has(ConsumerFeatures features) => (Features & features) == features;

    /// <summary>Whether it gets handlers and endpoints.</summary>
    public bool Serves => (Parts & GeneratedParts.Server) != 0 && Has(ConsumerFeatures.AspNetCore | ConsumerFeatures.RuntimeLibrary);

    /// <summary>Records need C# 9 and <c>IsExternalInit</c>.</summary>
    public bool Records => LanguageVersion >= 900 && Has(ConsumerFeatures.Init);

    /// <summary><c>required</c> needs C# 11 and its three attributes.</summary>
    public bool RequiredMembers => Records && LanguageVersion >= 1100 && Has(ConsumerFeatures.Required);

    /// <summary>Nullable annotations need C# 8.</summary>
    public bool NullableAnnotations => LanguageVersion >= 800;

    /// <summary>File-scoped namespaces need C# 10.</summary>
    public bool FileScopedNamespaces => LanguageVersion >= 1000;

    /// <summary>UTF-8 string literals need C# 11.</summary>
    public bool Utf8Literals => LanguageVersion >= 1100;
}

/// <summary>Types that the consumer's references offer.</summary>
[Flags]
public enum ConsumerFeatures
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>System.Runtime.CompilerServices.IsExternalInit</c>.</summary>
    Init = 1,

    /// <summary><c>RequiredMemberAttribute</c>, <c>CompilerFeatureRequiredAttribute</c> and <c>SetsRequiredMembersAttribute</c>.</summary>
    Required = 2,

    /// <summary><c>System.DateOnly</c>, and the library's converter of it.</summary>
    DateOnly = 4,

    /// <summary><c>System.IParsable&lt;T&gt;</c> and <c>System.ISpanFormattable</c>.</summary>
    Parsable = 8,

    /// <summary><c>System.Diagnostics.CodeAnalysis.NotNullWhenAttribute</c>.</summary>
    NotNullWhen = 16,

    /// <summary>ASP.NET Core's routing: <c>Microsoft.AspNetCore.Routing.IEndpointRouteBuilder</c>.</summary>
    AspNetCore = 32,

    /// <summary>Microsoft.Extensions.Http: <c>IHttpClientBuilder</c>.</summary>
    HttpClientFactory = 64,

    /// <summary><c>Microsoft.AspNetCore.OpenApi</c> 10 or later, whose endpoints can describe themselves.</summary>
    OpenApi = 128,

    /// <summary>The <c>ContractKit</c> run-time library.</summary>
    RuntimeLibrary = 256,

    /// <summary><c>Microsoft.Extensions.Http.Resilience</c>.</summary>
    Resilience = 512,
}

/// <summary>What a project wants to be generated: the MSBuild property <c>ContractKitGenerate</c>.</summary>
[Flags]
public enum GeneratedParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Records, enums, converters and validators.</summary>
    Types = 1,

    /// <summary>Clients.</summary>
    Client = 2,

    /// <summary>Handlers and endpoints.</summary>
    Server = 4,
}

/// <summary>The accessibility of generated types: the MSBuild property <c>ContractKitVisibility</c>.</summary>
public enum GeneratedVisibility
{
    /// <summary><c>public</c>.</summary>
    Public,

    /// <summary><c>internal</c>.</summary>
    Internal,
}
