using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ConsumerChecks
{
    /// <summary>Ends the program at the first thing that is not as it should be.</summary>
    internal sealed class Check
    {
        public int Count { get; private set; }

        public void That(bool condition, string what)
        {
            if (!condition)
            {
                throw new InvalidOperationException("Not so: " + what + ".");
            }

            Count++;
        }

        public void Same(string expected, string actual, string what) =>
            That(expected == actual, what + ": " + actual + " instead of " + expected);

        /// <summary>Both texts are the same JSON value: objects in any order, numbers by their text.</summary>
        public void SameJson(string expected, string actual, string what)
        {
            using (var left = JsonDocument.Parse(expected))
            using (var right = JsonDocument.Parse(actual))
            {
                That(AreEqual(left.RootElement, right.RootElement), what + ": " + actual + " instead of " + expected);
            }
        }

        private static bool AreEqual(JsonElement left, JsonElement right)
        {
            if (left.ValueKind != right.ValueKind)
            {
                return false;
            }

            switch (left.ValueKind)
            {
                case JsonValueKind.Object:
                    var others = right.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
                    return left.EnumerateObject().Count() == others.Count
                        && left.EnumerateObject().All(member => others.ContainsKey(member.Name) && AreEqual(member.Value, others[member.Name]));
                case JsonValueKind.Array:
                    return left.GetArrayLength() == right.GetArrayLength()
                        && left.EnumerateArray().Zip(right.EnumerateArray(), AreEqual).All(equal => equal);
                case JsonValueKind.String:
                    return left.GetString() == right.GetString();
                default:
                    return left.GetRawText() == right.GetRawText();
            }
        }
    }
}
