using System;

namespace ContractKit.Compiler.Model.Validation;

/// <summary>Kinds of JSON values, as <c>type</c> tells them apart.</summary>
[Flags]
public enum ValueKinds
{
    /// <summary>No value at all.</summary>
    None = 0,

    /// <summary>Objects.</summary>
    Object = 1,

    /// <summary>Arrays.</summary>
    Array = 2,

    /// <summary>Strings.</summary>
    String = 4,

    /// <summary>Numbers.</summary>
    Number = 8,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = 16,

    /// <summary><c>null</c>.</summary>
    Null = 32,

    /// <summary>Any value.</summary>
    Any = Object | Array | String | Number | Boolean | Null,

    /// <summary>Of the numbers only those without a fraction, however they are written.</summary>
    Whole = 64,

    /// <summary>Of the numbers only those written without a fraction and an exponent, as draft-04 means integers.</summary>
    WrittenWhole = 128,
}
