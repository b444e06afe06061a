using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ContractKit.Analyzers.Comparisons;
using ContractKit.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Evidence;

/// <summary>Calls, properties, and elements of collections.</summary>
internal sealed partial class Tracer
{
    private static bool Text(ITypeSymbol? type) => type is not null && Comparisons.Text.IsTextual(type);

    private Origin Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Contracts.Find(method.ContainingType) is { } contract && (method.Name is "ToText" or "ToString" || Text(method.ReturnType)))
        {
            return Origin.Of(contract);
        }

        if (MemberReadHere(call) is { } member)
        {
            return JsonMember(member.Json, member.Name);
        }

        if (Contracts.RecordOf(method.ContainingType) is { } record)
        {
            // response.ToJson(), response.ToUtf8Json(): the record's own JSON.
            return Origin.Of(record);
        }

        var value = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        switch (method.Name)
        {
            case "ToUpper" or "ToUpperInvariant":
                return Trace(value).With(TextShape.Upper);
            case "ToLower" or "ToLowerInvariant":
                return Trace(value).With(TextShape.Lower);
            case "Trim" or "TrimEnd" or "TrimStart" when Text(value?.Bare().Type):
                return Trace(value).With(TextShape.Trimmed);
            case "GetRawText" or "ToJsonString" or "WriteTo":
                return Trace(value).With(TextShape.Quoted);
            case "GetName" when method.ContainingType.SpecialType == SpecialType.System_Enum || method.ContainingType.Name == "Enum":
                return Trace(call.Arguments[call.Arguments.Length - 1].Value).With(TextShape.MemberName);
            case "ToString" when call.Instance is { } instance:
                return ToText(instance);
            case "GetString" or "GetValue" or "AsString" or "ReadAsString" when Json.IsReader(call.Instance?.Type):
                return ReaderValue(call.Instance!);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && call.Instance?.Symbol() is { } held)
        {
            return _block.DefinitionsOf(held).Aggregate(Origin.Nothing, (origin, definition) => origin.Or(ReturnedBy(definition.Source)));
        }

        if (method.DeclaringSyntaxReferences.Length > 0 || method.ReducedFrom?.DeclaringSyntaxReferences.Length > 0)
        {
            return Returned(call, Trace);
        }

        if (Sources.IsElsewhere(method.ContainingType) || (value is not null && value.Bare().Type is { } holder && Sources.IsElsewhere(holder) && !Json.IsMap(holder)))
        {
            return FromPlatformText(call) ?? Origin.Elsewhere;
        }

        if (!Sources.IsPlatform(method.ContainingType))
        {
            return Text(method.ReturnType) ? Origin.Elsewhere : Ties(call);
        }

        return Passing(call, value);
    }

    // x.ToString(): of text and JSON the text itself; of a contract value the text or the member's name; of anything else another text.
    private Origin ToText(IOperation instance)
    {
        var bare = instance.Bare();
        var origin = Trace(instance);
        return Text(bare.Type) || Comparisons.Text.MayBe(bare.Type) || origin.IsStrong || Json.IsValue(bare.Type) ? origin
            : bare.Type is { TypeKind: TypeKind.Enum } or { SpecialType: not SpecialType.None } ? Origin.Elsewhere
            : origin.Tie;
    }

    // new StreamReader(stream).ReadToEnd() reads what the stream holds; only a path leads elsewhere.
    private Origin? FromPlatformText(IInvocationOperation call)
    {
        var tie = Ties(call);
        return tie.Records.IsEmpty ? call.TargetMethod.ContainingType.Name is "StreamReader" or "TextReader" && !tie.IsElsewhere ? Origin.Nothing : null : tie;
    }

    // Calls of the platform that hand their value on, or make a text or object of it.
    private Origin Passing(IInvocationOperation call, IOperation? value)
    {
        switch (call.TargetMethod.Name)
        {
            case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt" or "ElementAtOrDefault" or "Min" or "Max" or "Pop" or "Dequeue" or "Peek" or "Find" or "FindLast" or "Take" or "Random" or "Aggregate"
                when value is not null && !Text(value.Bare().Type) && !Comparisons.Json.IsValue(value.Bare().Type):
                return Element(value);
            case "GetString" or "GetValue" or "Deserialize" or "AsSpan" or "AsMemory" or "ToArray" or "ToCharArray" or "Intern" or "ToString" or "GetBytes" or "Convert" or "FromResult" or "ConfigureAwait" or "GetAwaiter" or "GetResult"
                or "Normalize" or "Clone" or "AsValue" or "Copy" or "Replace" or "Value" or "ToObject" or "GetValueOrDefault" or "Unescape" or "Read" or "IsInterned":
                return call.Instance is not null && !(call.Instance.Type?.Name is "Encoding" or "UTF8Encoding" or "JsonSerializer") && call.TargetMethod.Name != "Convert" ? Trace(call.Instance)
                    : value is null ? Origin.Nothing
                    : call.Instance is not null ? call.Arguments.Length > 0 ? Trace(call.Arguments[0].Value) : Origin.Nothing
                    : Trace(value).Or(Ties(call));
            case "Run" or "StartNew" when call.Arguments.Length > 0:
                return ReturnedBy(call.Arguments[0].Value);
            case "Concat" or "Join" when call.Arguments.Length == 1:
                return Trace(call.Arguments[0].Value);
            default:
                return Ties(call);
        }
    }

    // What a lambda or method group gives back.
    private Origin ReturnedBy(IOperation function) => function.Bare() switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => ReturnsOf(lambda.Body).Aggregate(Origin.Nothing, (origin, value) => origin.Or(Trace(value))),
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } when investigation.BodyOf(method) is { } body =>
            Within(body, () => ReturnsOf(body.Root).Aggregate(Origin.Nothing, (origin, value) => origin.Or(Trace(value)))),
        _ => Origin.Nothing,
    };

    // What is known of a value that a call makes out of others: whose JSON it is, or that it has to do with no contract.
    private Origin Ties(IInvocationOperation call)
    {
        if (call.TargetMethod.Name.StartsWith("Serialize", StringComparison.Ordinal) || call.TargetMethod.Name == "FromObject")
        {
            // The JSON of a third party's object has that party's words.
            if (call.Arguments.Any(static argument => argument.Value.Bare().Type is { TypeKind: TypeKind.Class or TypeKind.Struct } type && type.DeclaringSyntaxReferences.IsEmpty && !Sources.IsPlatform(type) && type is not INamedTypeSymbol { IsAnonymousType: true })
                && call.Arguments.All(argument => Trace(argument.Value).Tie.Records.IsEmpty))
            {
                return Origin.Elsewhere;
            }
        }

        var origin = call.Arguments.Aggregate(Origin.Nothing, (sum, argument) => argument.Value.Bare() is IDelegateCreationOperation ? sum : sum.Or(Trace(argument.Value).Tie));
        return origin.Records.IsEmpty ? origin.Or(Trace(call.Instance).Tie).Tie : origin.Tie;
    }

    private Origin Created(IObjectCreationOperation creation)
    {
        if (creation.Type is { } type && Sources.IsElsewhere(type) && creation.Arguments.All(static argument => argument.Value.Bare().Type is { SpecialType: SpecialType.System_String }))
        {
            return Origin.Elsewhere;
        }

        if (creation.Type?.Name is "Lazy" or "Task" && creation.Arguments.Select(static argument => argument.Value.Bare()).OfType<IDelegateCreationOperation>().FirstOrDefault() is { } made)
        {
            return ReturnedBy(made);
        }

        if (Text(creation.Type) && creation.Arguments.Length > 0)
        {
            return Trace(creation.Arguments[0].Value);
        }

        var parts = creation.Arguments.Select(static argument => argument.Value)
            .Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(static assignment => assignment.Value) ?? []);
        return parts.Aggregate(Origin.Nothing, (origin, part) => origin.Or(Trace(part).Tie)).Tie;
    }

    // The value of a helper of this project: what it returns, with its parameters standing for the arguments of this call.
    private Origin Returned(IInvocationOperation call, Func<IOperation, Origin> trace)
    {
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (_calls.Count > 6)
        {
            return Origin.Nothing;
        }

        CodeBlock body;
        IOperation? code;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            code = investigation.LocalFunction(method);
            body = _block;
        }
        else if (investigation.BodyOf(method) is { } found)
        {
            (body, code) = (found, found.Root);
        }
        else
        {
            // An interface's or abstract method: what its implementations in this project return.
            return Once((method, "implemented"), () => investigation.ImplementationsOf(method).Aggregate(Origin.Nothing, (origin, implementation) =>
                origin.Or(Within(implementation, () => ReturnsOf(implementation.Root).Aggregate(Origin.Nothing, (sum, value) => sum.Or(trace(value)))))));
        }

        if (code is null)
        {
            return Origin.Nothing;
        }

        return Once((call, "returned"), () =>
        {
            var caller = _block;
            _calls.Push((method, call, caller));
            try
            {
                return Within(body, () => ReturnsOf(code).Aggregate(Origin.Nothing, (origin, value) => origin.Or(trace(value))));
            }
            finally
            {
                _calls.Pop();
            }
        });
    }

    private static IEnumerable<IOperation> ReturnsOf(IOperation code)
    {
        foreach (var operation in code.Tree())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && Owner(operation, code))
            {
                yield return value;
            }
        }
    }

    // A return inside a lambda or local function is not the method's own.
    private static bool Owner(IOperation returned, IOperation code)
    {
        for (var at = returned.Parent; at is not null && !ReferenceEquals(at, code); at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    private Origin Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property.OriginalDefinition;
        if (Contracts.Find(property.ContainingType) is { } contract)
        {
            return Origin.Of(contract);
        }

        if (MemberReadHere(reference) is { } member)
        {
            return JsonMember(member.Json, member.Name);
        }

        if (Contracts.PropertyOf(property) is not null || Contracts.RecordOf(property.ContainingType) is not null)
        {
            // Another property of a contract's record is known for what it is.
            return Origin.Elsewhere;
        }

        if (property.IsIndexer)
        {
            if (property.GetMethod is { } get && investigation.BodyOf(get) is { } indexed)
            {
                return Once(property, () => Within(indexed, () => ReturnsOf(indexed.Root).Aggregate(Origin.Nothing, (origin, value) => origin.Or(Trace(value)))));
            }

            return reference.Instance is { } collection && !Comparisons.Json.IsValue(collection.Type) && !(collection.Type is { } held && Sources.IsElsewhere(held))
                ? Element(collection)
                : Sources.IsElsewhere(property.ContainingType) ? Origin.Elsewhere : Trace(reference.Instance).Tie;
        }

        if (property.ContainingType.IsAnonymousType)
        {
            return Anonymous(property).OrNamed(Contracts.EnumsNamed(property.Name)).Through(property);
        }

        return property.DeclaringSyntaxReferences.IsEmpty ? Foreign(reference, property) : Own(reference, property);
    }

    private Origin Foreign(IPropertyReferenceOperation reference, IPropertySymbol property)
    {
        if (Json.IsReader(reference.Instance?.Type))
        {
            return ReaderValue(reference.Instance!);
        }

        if (property.Name is "Value" && reference.Instance?.Bare().Type is { Name: "JsonProperty" or "JProperty" or "KeyValuePair" })
        {
            var named = ReaderValue(reference.Instance);
            if (named.IsStrong || !named.Named.IsEmpty)
            {
                return named;
            }

            var picked = Picked(reference.Instance);
            if (picked.IsStrong || !picked.Named.IsEmpty)
            {
                return picked;
            }

            var traced = Trace(reference.Instance);
            return reference.Instance.Bare() is IInvocationOperation or IConditionalAccessInstanceOperation ? traced : traced.Tie;
        }

        if (Sources.IsElsewhere(property.ContainingType))
        {
            return Origin.Elsewhere;
        }

        if (property.Name is "Content" or "Body" && property.ContainingType.Name.IndexOf("Response", StringComparison.Ordinal) >= 0)
        {
            // RestResponse.Content: a library that carries the answer does not make it.
            return Trace(reference.Instance).Tie;
        }

        var passes = property.Name is "Value" or "Result" or "RootElement" or "Content" or "Current" or "Span" or "Key" or "Root" or "Item1" or "Item2" or "Data";
        if (passes && (!Text(property.Type) || (Sources.IsPlatform(property.ContainingType) && (property.ContainingType.IsGenericType || Json.IsValue(property.ContainingType)))))
        {
            return property.Name == "Key" && reference.Instance is { } group ? Key(group) : Trace(reference.Instance);
        }

        // What a type of somebody else declares as text is that type's.
        return Text(property.Type) || property.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } || (Json.IsMap(property.Type) && !Sources.IsPlatform(property.ContainingType)) ? Origin.Elsewhere
            : Trace(reference.Instance).Tie;
    }

    private Origin Own(IPropertyReferenceOperation reference, IPropertySymbol property)
    {
        return Once(property, () =>
        {
            var named = Contracts.EnumsNamed(NameInData(property));
            if (named.IsEmpty && !Contracts.EnumsNamed(property.Name).IsEmpty)
            {
                return Origin.Elsewhere;
            }

            if (property.GetMethod is { } getter && investigation.BodyOf(getter) is { } body)
            {
                var returned = Within(body, () => ReturnsOf(body.Root).Aggregate(Origin.Nothing, (origin, value) => origin.Or(Trace(value))));
                return returned.OrNamed(named).Through(property);
            }

            var holder = named.IsEmpty ? Origin.Nothing : Trace(reference.Instance).Tie;
            if (!holder.Records.IsEmpty)
            {
                // A type of one's own, read from a contract's JSON.
                var enums = holder.Records.Select(record => Contracts.PropertyOf(record, NameInData(property))?.Values).OfType<ContractEnum>().ToList();
                return enums.Count > 0 ? new Origin { Enums = enums.ToImmutableArray() }.Through(property) : Origin.Elsewhere;
            }

            var written = Written(property).Or(FromConstructor(property));
            return written.IsStrong ? written.Through(property) : written.Or(holder).OrNamed(named).Through(property);
        });
    }

    // record Answer(string Status): the property is written by the constructor's callers.
    private Origin FromConstructor(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(investigation.Cancellation) is not ParameterSyntax)
        {
            return Origin.Nothing;
        }

        var constructor = property.ContainingType.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.Any(parameter => parameter.Name == property.Name));
        var parameter = constructor?.Parameters.First(candidate => candidate.Name == property.Name);
        return constructor is null ? Origin.Nothing
            : Mentioning(constructor).Aggregate(Origin.Nothing, (origin, caller) => origin.Or(Within(caller, () => Calls(caller, constructor, parameter!))));
    }

    // The name by which JSON or a table knows a property or field of this project: its own, unless an attribute says another.
    private static string NameInData(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "ColumnAttribute" or "DataMemberAttribute"
                && (attribute.ConstructorArguments.FirstOrDefault().Value ?? attribute.NamedArguments.FirstOrDefault(static argument => argument.Key is "Name" or "PropertyName").Value.Value) is string name)
            {
                return name;
            }
        }

        return member.Name;
    }

    private Origin Anonymous(IPropertySymbol property) => Once((property, "anonymous"), () =>
        _block.DefinitionsOf(property).Aggregate(Origin.Nothing, (origin, definition) => origin.Or(Trace(definition))));

    // What an out argument is given by the call.
    private Origin Passed(IArgumentOperation argument)
    {
        if (argument.Parent is not IInvocationOperation call)
        {
            return Origin.Nothing;
        }

        if (MemberReadHere(call) is { } member)
        {
            return JsonMember(member.Json, member.Name);
        }

        if (argument.Parameter is { } parameter && investigation.BodyOf(call.TargetMethod) is { } body)
        {
            var declared = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
            var given = declared.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
            if (given is null || _calls.Count > 6)
            {
                return Origin.Nothing;
            }

            _calls.Push((declared, call, _block));
            try
            {
                return Within(body, () => Sum(body.DefinitionsOf(given)));
            }
            finally
            {
                _calls.Pop();
            }
        }

        if (call.Instance is { } json && Comparisons.Json.IsValue(json.Type) && !Comparisons.Json.IsReader(json.Type))
        {
            // node["status"].AsValue().TryGetValue(out string text)
            return Trace(json);
        }

        return call.TargetMethod.Name is "TryGetValue" or "TryPeek" or "TryDequeue" or "TryPop" && call.Instance is { } map ? Element(map)
            : Sources.IsElsewhere(call.TargetMethod.ContainingType) ? Origin.Elsewhere
            : Ties(call);
    }
}
