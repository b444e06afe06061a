using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;

namespace ContractKit.Http;

/// <summary>Tells what a client does: an activity and a measurement a call, named as OpenTelemetry's HTTP conventions have it, and log messages. Nothing of a credential, a body or a query is in any of them.</summary>
internal readonly struct ContractTelemetry
{
    private static readonly ActivitySource s_source = new("ContractKit");
    private static readonly Meter s_meter = new("ContractKit");

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "contractkit.client.operation.duration", "s", "How long calls of generated clients take, their body included.");

    private static readonly Action<ILogger, string, int, double, Exception?> s_answered = LoggerMessage.Define<string, int, double>(
        LogLevel.Debug, new EventId(1, "Answered"), "{Operation} was answered with status {StatusCode} in {Milliseconds:0.0} ms.");

    private static readonly Action<ILogger, string, double, Exception?> s_failed = LoggerMessage.Define<string, double>(
        LogLevel.Warning, new EventId(2, "NotAnswered"), "{Operation} got no answer that its contract has, after {Milliseconds:0.0} ms.");

    private readonly ContractOperation _operation;
    private readonly ILogger? _logger;
    private readonly Activity? _activity;
    private readonly long _started; // 0 where nobody asked for the time when the call began

    private ContractTelemetry(ContractOperation operation, ILogger? logger)
    {
        _operation = operation;
        _logger = logger;
        _started = logger is not null || s_duration.Enabled ? Stopwatch.GetTimestamp() : 0;
        _activity = s_source.StartActivity(operation.Title, ActivityKind.Client);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("http.request.method", operation.Method.Method);
            _activity.SetTag("url.template", operation.Path);
            _activity.SetTag("contractkit.operation", operation.Name);
        }
    }

    /// <summary>A call begins.</summary>
    public static ContractTelemetry Start(ContractOperation operation, ILogger? logger) => new(operation, logger);

    /// <summary>The call has its answer.</summary>
    public void Answered(HttpStatusCode status, Uri? address)
    {
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("http.response.status_code", (int)status);
            if ((int)status >= 400)
            {
                _activity.SetTag("error.type", ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
                _activity.SetStatus(ActivityStatusCode.Error);
            }

            if (address is not null)
            {
                _activity.SetTag("server.address", address.Host);
                _activity.SetTag("server.port", address.Port);
            }
        }

        _activity?.Dispose();
        if (IsMeasured)
        {
            Measure("http.response.status_code", (int)status);
        }

        if (_logger is not null && _logger.IsEnabled(LogLevel.Debug))
        {
            s_answered(_logger, _operation.Name, (int)status, Elapsed * 1000, null);
        }
    }

    /// <summary>The call has none.</summary>
    public void Failed(Exception exception)
    {
        var type = exception.GetType().FullName;
        _activity?.SetTag("error.type", type);
        _activity?.SetStatus(ActivityStatusCode.Error);
        _activity?.Dispose();
        if (IsMeasured)
        {
            Measure("error.type", type);
        }

        if (_logger is not null && _logger.IsEnabled(LogLevel.Warning))
        {
            s_failed(_logger, _operation.Name, Elapsed * 1000, exception);
        }
    }

    private double Elapsed => (Stopwatch.GetTimestamp() - _started) / (double)Stopwatch.Frequency;

    // Asked before the value is boxed.
    private bool IsMeasured => _started != 0 && s_duration.Enabled;

    private void Measure(string name, object? value) => s_duration.Record(
        Elapsed,
        new KeyValuePair<string, object?>("http.request.method", _operation.Method.Method),
        new KeyValuePair<string, object?>("url.template", _operation.Path),
        new KeyValuePair<string, object?>(name, value));
}
