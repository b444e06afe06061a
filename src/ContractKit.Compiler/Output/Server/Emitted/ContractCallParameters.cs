#nullable enable

namespace ContractKit.Tests.ContractServer
{
    using global::System;
    using global::System.Collections.Generic;
    using global::ContractKit;
    using global::ContractKit.Http;
    using global::ContractKit.Json;
    using global::Microsoft.AspNetCore.Http;

    /// <content>Reads parameters of path, query and headers.</content>
    internal partial struct ContractCall
    {
        /// <summary>Reads a parameter that has to be there.</summary>
        internal T Required<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind)
        {
            if (TryRead(place, name, converter, kind, out var value))
            {
                return value;
            }

            if (_refused is null || !_refused.Has(place, name))
            {
                Refused().Add(place, name, new ContractViolation("", "", "It has to be there."));
            }

            return default!;
        }

        /// <summary>Reads a parameter that may be absent.</summary>
        internal T? OptionalReference<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind)
            where T : class => TryRead(place, name, converter, kind, out var value) ? value : null;

        /// <summary>Reads a parameter that may be absent.</summary>
        internal Nullable<T> OptionalValue<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind)
            where T : struct => TryRead(place, name, converter, kind, out var value) ? value : (Nullable<T>)null;

        private bool TryRead<T>(string place, string name, ContractConverter<T> converter, ContractTextKind kind, out T value)
        {
            var texts = Texts(place, name, (kind & ContractTextKind.List) != 0);
            if (texts.Count == 0)
            {
                value = default!;
                return false;
            }

            converter.TryParse(ContractText.ToUtf8Json(texts, kind), out var read, out var violations);
            value = read!;
            for (var i = 0; i < violations.Count; i++)
            {
                Refused().Add(place, name, violations[i]);
            }

            return violations.Count == 0;
        }

        private IReadOnlyList<string> Texts(string place, string name, bool isList)
        {
            switch (place)
            {
                case "path":
                    return _context.Request.RouteValues[name] is string segment ? ContractText.Split(segment, isList) : Array.Empty<string>();
                case "query":
                    return _context.Request.Query.TryGetValue(name, out var values) ? (IReadOnlyList<string>)values! : Array.Empty<string>();
                default:
                    return _context.Request.Headers.TryGetValue(name, out var header)
                        ? ContractText.Split(header.ToString(), isList)
                        : Array.Empty<string>();
            }
        }
    }
}
