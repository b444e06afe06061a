#nullable disable
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Payments.Sdk
{
    public class Charge
    {
        public string Status { get; set; }
        public string status;
        public string State { get; set; }
        public Dictionary<string, string> Metadata { get; set; }
    }

    public class ChargeService
    {
        public Charge Get(string id) => null;
        public Task<Charge> GetAsync(string id) => null;
        public string GetStatus(string id) => null;
    }
}

namespace NUnit.Framework
{
    public static class Assert
    {
        public static void That(object actual, Constraints.IResolveConstraint expression) { }
        public static void AreEqual(object expected, object actual) { }
    }

    public static class Is
    {
        public static Constraints.EqualConstraint EqualTo(object expected) => null;
        public static Constraints.Not Not => null;
    }

    public static class Does
    {
        public static Constraints.EqualConstraint StartWith(string expected) => null;
        public static Constraints.EqualConstraint Contain(string expected) => null;
    }
}

namespace NUnit.Framework.Constraints
{
    public interface IResolveConstraint { }

    public class EqualConstraint : IResolveConstraint
    {
        public EqualConstraint IgnoreCase => this;
        public Not Or => null;
    }

    public class Not
    {
        public EqualConstraint EqualTo(object expected) => null;
    }
}

namespace FluentAssertions
{
    public static class AssertionExtensions
    {
        public static StringAssertions Should(this string actual) => null;
    }

    public class AndConstraint<T>
    {
        public T And { get; }
    }

    public class StringAssertions
    {
        public AndConstraint<StringAssertions> Be(string expected, string because = "") => null;
        public AndConstraint<StringAssertions> NotBe(string expected, string because = "") => null;
        public AndConstraint<StringAssertions> BeOneOf(params string[] values) => null;
        public AndConstraint<StringAssertions> BeEquivalentTo(string expected, string because = "") => null;
        public AndConstraint<StringAssertions> NotBeNull(string because = "") => null;
        public AndConstraint<StringAssertions> StartWith(string expected, string because = "") => null;
        public AndConstraint<StringAssertions> MatchRegex(string expression, string because = "") => null;
    }
}

namespace Microsoft.VisualStudio.TestTools.UnitTesting
{
    public static class Assert
    {
        public static void AreEqual(string expected, string actual, bool ignoreCase) { }
        public static void AreEqual<T>(T expected, T actual, string message = "") { }
        public static void AreNotEqual<T>(T notExpected, T actual, string message = "") { }
        public static void IsTrue(bool condition) { }
    }

    public static class StringAssert
    {
        public static void Contains(string value, string substring) { }
        public static void StartsWith(string value, string substring) { }
    }

    public static class CollectionAssert
    {
        public static void Contains(System.Collections.ICollection collection, object element) { }
        public static void AreEqual(System.Collections.ICollection expected, System.Collections.ICollection actual) { }
    }
}

namespace Shouldly
{
    public static class ShouldBeExtensions
    {
        public static void ShouldBe<T>(this T actual, T expected, string message = null) { }
    }
}

namespace Microsoft.Extensions.Configuration
{
    public interface IConfiguration
    {
        string this[string key] { get; set; }
    }
}

namespace Microsoft.Extensions.Logging
{
    public interface ILogger { }

    public static class LoggerExtensions
    {
        public static void LogInformation(this ILogger logger, string message, params object[] args) { }
        public static void LogWarning(this ILogger logger, string message, params object[] args) { }
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class FromQueryAttribute : Attribute { }
}

namespace System.Windows.Controls
{
    public class Label
    {
        public string Text { get; set; }
        public string Content { get; set; }
    }
}
