using System;
using ContractKit.Json;

namespace ContractKit.Validation;

/// <summary>Equality of JSON values as JSON Schema means it (2020-12 of the core, section 4.2.2): numbers by value, objects whatever their order.</summary>
internal static class JsonEquality
{
    /// <summary>Members in another order are looked for one by one: each costs as much as this many simple steps.</summary>
    private const int SearchCost = 32;

    /// <summary>Whether two values are equal. Work that a document could multiply is charged to the evaluation.</summary>
    public static bool AreEqual(JsonCursor left, JsonCursor right, ref Evaluation evaluation) => AreEqual(ref left, ref right, ref evaluation);

    private static bool AreEqual(ref JsonCursor left, ref JsonCursor right, ref Evaluation evaluation)
    {
        var kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        switch (kind)
        {
            case JsonKind.String:
                return StringsAreEqual(ref left, ref right);
            case JsonKind.Number:
                return left.ReadNumber(out var leftNumber) && right.ReadNumber(out var rightNumber)
                    && (leftNumber.SequenceEqual(rightNumber) || DecimalText.Compare(DecimalText.Of(leftNumber), DecimalText.Of(rightNumber)) == 0);
            case JsonKind.Array:
                return ArraysAreEqual(ref left, ref right, ref evaluation);
            case JsonKind.Object:
                return ObjectsAreEqual(ref left, ref right, ref evaluation);
            default:
                left.Skip();
                right.Skip();
                return true;
        }
    }

    private static bool StringsAreEqual(ref JsonCursor left, ref JsonCursor right)
    {
        if (!left.ReadStringRaw(out var leftRaw, out var leftEscaped) || !right.ReadStringRaw(out var rightRaw, out var rightEscaped))
        {
            return false;
        }

        if (!leftEscaped && !rightEscaped)
        {
            return leftRaw.SequenceEqual(rightRaw);
        }

        // Escapes are rare; where they are, the texts are compared as texts.
        return JsonUtf8.ToText(leftEscaped ? JsonUnescape.Once(leftRaw) : leftRaw) == JsonUtf8.ToText(rightEscaped ? JsonUnescape.Once(rightRaw) : rightRaw);
    }

    private static bool ArraysAreEqual(ref JsonCursor left, ref JsonCursor right, ref Evaluation evaluation)
    {
        left.StartArray();
        right.StartArray();
        while (true)
        {
            var more = left.NextItem();
            if (more != right.NextItem())
            {
                return false;
            }

            if (!more)
            {
                return true;
            }

            if (!AreEqual(ref left, ref right, ref evaluation))
            {
                return false;
            }
        }
    }

    private static bool ObjectsAreEqual(ref JsonCursor left, ref JsonCursor right, ref Evaluation evaluation)
    {
        left.StartObject();
        right.StartObject();
        var rightStart = right;
        var inOrder = true;
        var count = 0;
        while (left.NextMember(out _))
        {
            count++;
            if (inOrder && right.NextMember(out _))
            {
                if (NamesAreEqual(left, right))
                {
                    if (!AreEqual(ref left, ref right, ref evaluation))
                    {
                        return false;
                    }

                    continue;
                }
            }

            inOrder = false;
            var found = rightStart;
            if (!FindMember(left, ref found, ref evaluation) || !AreEqual(ref left, ref found, ref evaluation))
            {
                return false;
            }
        }

        if (inOrder)
        {
            return !right.NextMember(out _);
        }

        while (rightStart.NextMember(out _))
        {
            rightStart.Skip();
            count--;
        }

        return count == 0;
    }

    private static bool FindMember(in JsonCursor member, ref JsonCursor members, ref Evaluation evaluation)
    {
        while (members.NextMember(out _))
        {
            if (!evaluation.Step(ref members, SearchCost))
            {
                return false;
            }

            if (NamesAreEqual(member, members))
            {
                return true;
            }

            members.Skip();
        }

        return false;
    }

    private static bool NamesAreEqual(in JsonCursor left, in JsonCursor right)
    {
        // Either name may stand in memory that reading the other uses again.
        Span<byte> copy = stackalloc byte[128];
        var name = left.MemberName;
        if (name.Length > copy.Length)
        {
            return left.MemberText == right.MemberText;
        }

        name.CopyTo(copy);
        return right.MemberName.SequenceEqual(copy.Slice(0, name.Length));
    }
}
