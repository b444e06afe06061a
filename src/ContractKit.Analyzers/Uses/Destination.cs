using System;
using System.Linq;
using ContractKit.Analyzers.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContractKit.Analyzers.Uses;

/// <summary>Where a text that was made of a contract value goes: to people, or to programs that expect the wire word.</summary>
internal sealed class Destination(Investigation investigation, CodeBlock block)
{
    private static readonly string[] ForPeople =
        ["Log", "Write", "Print", "Show", "Display", "Warn", "Info", "Debug", "Notify", "Trace", "Describe", "Report", "Fail", "Announce", "Say", "Echo", "Markup", "Append", "Alert", "Draw", "Render", "Speak", "Fatal", "Error", "Verbose", "Critical"];

    private static readonly string[] Labels =
        ["Text", "Title", "Message", "Caption", "Label", "Content", "Header", "Description", "ToolTip", "Tooltip", "DisplayName", "Display", "Heading", "Hint", "Summary", "Foreground", "Subject", "Line", "Reason", "Detail", "Details", "Log", "Msg"];

    private int _steps;

    /// <summary>Whether the text reaches something that is no log, message or label.</summary>
    public bool IsWire(IOperation text)
    {
        for (var (child, at) = (text, text.Parent); at is not null && ++_steps < 200; (child, at) = (at, at.Parent))
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or IDelegateCreationOperation or IAnonymousFunctionOperation or IBlockOperation or IAwaitOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IVariableInitializerOperation or ITupleOperation:
                    continue;
                case IConditionalOperation choice:
                    if (ReferenceEquals(choice.Condition, child))
                    {
                        return false;
                    }

                    continue;
                case IReturnOperation when InLambda(at):
                    continue;
                case IReturnOperation:
                    return !IsForPeople(Owner(block.Root)) && !IsForPeople(OwnerOf(at));
                case IInterpolationOperation { Parent: IInterpolatedStringOperation whole } hole:
                    return IsWireHole(whole, hole);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    return IsWireSum(sum, child);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                    return !IsNameToo(ReferenceEquals(equality.LeftOperand, child) ? equality.RightOperand : equality.LeftOperand);
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (Passes(call))
                    {
                        at = call;
                        continue;
                    }

                    return !IsForPeople(call) && !IsPresented(call, child);
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    return !(creation.Type is { } type && (IsException(type) || Named(type.Name, ForPeople) || type.Name.EndsWith("Attribute", StringComparison.Ordinal) || IsLabelled(type.Name)));
                case IArgumentOperation { Parent: IPropertyReferenceOperation }:
                    return true;
                case IInvocationOperation call when ReferenceEquals(call.Instance, child):
                    if (Comparisons.Text.IsTextual(call.Type))
                    {
                        continue;
                    }

                    return call.TargetMethod.Name is "Equals" && call.Arguments.Length > 0 && !IsNameToo(call.Arguments[0].Value);
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return IsWire(local);
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Value, child):
                    return assignment.Target.Symbol() switch
                    {
                        ILocalSymbol local => IsWire(local),
                        IPropertySymbol { IsIndexer: true } when assignment.Target is IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Property: { Name: "Data", ContainingType: var holder } } } && IsException(holder) => false,
                        IDiscardSymbol or null => assignment.Target is IPropertyReferenceOperation or IDynamicMemberReferenceOperation or IArrayElementReferenceOperation or IDynamicIndexerAccessOperation,
                        var target => !Labels.Any(label => target.Name.TrimStart('_').EndsWith(label, StringComparison.OrdinalIgnoreCase)),
                    };
                default:
                    return false;
            }
        }

        return false;
    }

    // Of a local: whether any use of it is.
    private bool IsWire(ILocalSymbol local) =>
        !Labels.Any(label => local.Name.EndsWith(label, StringComparison.OrdinalIgnoreCase)) && block.UsesOf(local).Any(use => !(use.Parent is ISimpleAssignmentOperation { Target: var target } && ReferenceEquals(target, use)) && IsWire(use));

    /// <summary>Whether text around a hole says that a value for a program stands there: <c>?status=</c>, <c>"status":"</c>.</summary>
    public static bool IsWireText(string before)
    {
        var text = before.TrimEnd('"', '\'', '\\', ' ');
        if (text.EndsWith(":", StringComparison.Ordinal))
        {
            return text.TrimEnd(':', ' ').EndsWith("\"", StringComparison.Ordinal);
        }

        if (!text.EndsWith("=", StringComparison.Ordinal) || text.Length < 2)
        {
            return text.EndsWith("/", StringComparison.Ordinal) && text.Length > 1 && text.IndexOf(' ') < 0;
        }

        var name = text.TrimEnd('=');
        var start = name.Length;
        while (start > 0 && (char.IsLetterOrDigit(name[start - 1]) || name[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        return start > 0 && name[start - 1] is '?' or '&';
    }

    private static bool IsWireHole(IInterpolatedStringOperation whole, IInterpolationOperation hole)
    {
        var index = whole.Parts.IndexOf(hole);
        return index > 0 && whole.Parts[index - 1] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string before } } && IsWireText(before);
    }

    private static bool IsWireSum(IBinaryOperation sum, IOperation part)
    {
        var left = sum.LeftOperand.Bare();
        if (ReferenceEquals(sum.LeftOperand, part))
        {
            return false;
        }

        var last = left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } inner ? inner.RightOperand : left;
        return last.ConstantValue is { HasValue: true, Value: string before } && IsWireText(before);
    }

    // The other side is a member's name as well: two names are compared, which is right.
    private bool IsNameToo(IOperation other)
    {
        var origin = new Tracer(investigation, block).Trace(other);
        return (origin.Shape & TextShape.MemberName) != 0 || other.Bare() is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type.TypeKind: TypeKind.Enum } or INameOfOperation;
    }

    // Calls that hand the text on: it goes where their result goes.
    private static bool Passes(IInvocationOperation call) =>
        call.TargetMethod.Name is "Select" or "Join" or "Concat" or "ToList" or "ToArray" or "Format" or "FromResult" or "Where" or "Distinct" or "OrderBy" or "Trim" or "Create" or "Append" or "Invariant" or "ToLookup" or "GroupBy"
        && call.TargetMethod.ContainingNamespace?.ToDisplayString() is "System" or "System.Linq" or "System.Threading.Tasks";

    private static bool IsForPeople(IInvocationOperation call)
    {
        if (call.Instance?.Symbol() is { Name: "Items" or "Rows" or "Columns" or "Children" or "Inlines" or "Cells" })
        {
            return true;
        }

        var method = call.TargetMethod;
        var type = method.ContainingType;
        return !IsWriterOfData(type) && Named(method.Name, ForPeople)
            || type.Name is "Console" or "Debug" or "Trace" or "ILogger" or "LoggerExtensions" or "StringBuilder" or "Logger" or "Log" or "ActivityTagsCollection" or "Activity" or "ArgumentNullException" or "ArgumentException" or "Assert" or "Meter" or "ITestOutputHelper"
            || (!IsWriterOfData(type) && IsForPeople((ISymbol)method));
    }

    // Utf8JsonWriter.WriteString and XmlWriter.WriteElementString write for programs, whatever they are called.
    private static bool IsWriterOfData(ITypeSymbol type) =>
        type.Name.IndexOf("Json", StringComparison.Ordinal) >= 0 || type.Name.IndexOf("Xml", StringComparison.Ordinal) >= 0 || type.Name is "BinaryWriter" or "File" or "Stream" or "PipeWriter" or "IBufferWriter" or "JToken";

    // DrawLabel(state.ToString()) of this project, by the parameter's name.
    private static bool IsPresented(IInvocationOperation call, IOperation child) =>
        call.Arguments.FirstOrDefault(argument => argument.Syntax.Span.Contains(child.Syntax.Span))?.Parameter is { } parameter && IsLabelled(parameter.Name);

    private static bool IsLabelled(string name) => Labels.Any(label => name.EndsWith(label, StringComparison.OrdinalIgnoreCase) && name.Length > 3 && !name.Equals("Content", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("StringContent", StringComparison.Ordinal));

    private static bool IsForPeople(ISymbol? member) =>
        member is not null && (member.Name is "ToString" || Named(member.Name, ForPeople) || Named(member.Name, ["Format", "Message", "Display", "Label", "Title", "Caption"]) || Labels.Any(label => label != "Text" && member.Name.EndsWith(label, StringComparison.Ordinal)));

    private static bool Named(string name, string[] starts) => starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static bool InLambda(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? OwnerOf(IOperation operation)
    {
        for (var at = operation; at is not null; at = at.Parent)
        {
            if (at is ILocalFunctionOperation function)
            {
                return function.Symbol;
            }
        }

        return null;
    }

    private static ISymbol? Owner(IOperation root)
    {
        var symbol = root.SemanticModel?.GetEnclosingSymbol(root.Syntax.SpanStart + 1) ?? root.SemanticModel?.GetDeclaredSymbol(root.Syntax);
        symbol = root.SemanticModel?.GetDeclaredSymbol(root.Syntax) ?? symbol;
        return symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "Exception")
            {
                return true;
            }
        }

        return false;
    }
}
