using System.Collections.Generic;

namespace ContractKit.Compiler.Model.Names;

/// <summary>Names that schemas cannot have, since the generated code or C# itself has them.</summary>
internal static class ReservedNames
{
    /// <summary>What every record has: members of <see cref="object"/>, those that the C# compiler adds to a record, and the contract's own.</summary>
    public static IReadOnlyList<string> RecordMembers { get; } =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "PrintMembers",
        "EqualityContract", "Clone", "Parse", "TryParseJson", "IsValid", "Validate", "ToUtf8Json", "ToJson", "WriteTo", "TypeInfo",
        "WithNull", "Converter",
    ];

    /// <summary>What every enum member must not be called.</summary>
    public static IReadOnlyList<string> EnumMembers { get; } =
        ["value__", "Equals", "GetHashCode", "ToString", "GetType", "CompareTo", "HasFlag", "GetTypeCode", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>
    /// Types of the namespaces that a project imports by default. A title or a definition's key gives way to them; a file's name or the
    /// manifest's is kept, and its owner told.
    /// </summary>
    public static HashSet<string> ImportedTypes { get; } =
    [
        // System
        "Action", "ArgumentException", "Array", "Attribute", "BitConverter", "Boolean", "Buffer", "Byte", "Char", "Console", "Convert", "DateOnly",
        "DateTime", "DateTimeOffset", "DayOfWeek", "Decimal", "Delegate", "Double", "Enum", "Environment", "EventArgs", "EventHandler",
        "Exception", "Func", "GC", "Guid", "Half", "HashCode", "Index", "Int16", "Int32", "Int64", "Lazy", "Math", "Memory", "Nullable",
        "Object", "Progress", "Random", "Range", "Single", "Span", "String", "TimeOnly", "TimeProvider", "TimeSpan", "TimeZone", "Tuple", "Type",
        "Uri", "UriBuilder", "ValueTuple", "Version", "Void", "WeakReference",
        // System.Collections.Generic, System.IO, System.Linq
        "Comparer", "Dictionary", "HashSet", "KeyValuePair", "LinkedList", "List", "PriorityQueue", "Queue", "SortedList", "SortedSet", "Stack",
        "Directory", "DirectoryInfo", "File", "FileAccess", "FileInfo", "FileMode", "FileShare", "FileStream", "MemoryStream", "Path", "Stream",
        "StreamReader", "StreamWriter", "StringReader", "TextReader", "TextWriter", "Enumerable", "Lookup",
        // System.Net.Http, System.Threading, System.Threading.Tasks
        "HttpClient", "HttpContent", "HttpMethod", "HttpRequestMessage", "HttpResponseMessage", "Barrier", "CancellationToken", "Interlocked",
        "Lock", "Monitor", "Mutex", "Semaphore", "SemaphoreSlim", "Thread", "ThreadPool", "ThreadState", "Timeout", "Timer", "Volatile",
        "Parallel", "Task", "TaskFactory", "TaskScheduler", "TaskStatus", "ValueTask",
        // Names that the generated code itself uses, and the roots of all of .NET's
        "System", "Microsoft", "ContractKit", "JsonElement", "JsonConverter", "ContractJson", "IReadOnlyList", "IReadOnlyDictionary", "ReadOnlySpan", "Utf8JsonWriter",
        "JsonTypeInfo", "ContractViolation", "ContractViolationException", "IEquatable",
    ];
}
