using System.Text.Json;
using System.Text.Json.Serialization;
using ContractKit.Json;

namespace ContractKit.Benchmarks;

internal enum AnswerState
{
    Pending,
    Success,
    Failed,
}

/// <summary>What is generated for such an answer, written by hand.</summary>
internal sealed record Answer
{
    public required string TimeRequired { get; init; }

    public required string Error { get; init; }

    public required string ErrorData { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public required string AppId { get; init; }

    public required string TaskId { get; init; }

    public required string RefId { get; init; }

    public required AnswerState Status { get; init; }

    internal sealed class Converter : ContractConverter<Answer>
    {
        public static readonly Converter Instance = new();

        private static readonly JsonNames Names = new("time_required", "error", "error_data", "input", "output", "app_id", "task_id", "ref_id", "status");
        private static readonly JsonWords States = new("PENDING", "SUCCESS", "FAILED");

        protected override IContractConverter[] ReadParts => NoParts;

        public override Answer? ReadValue(ref JsonCursor cursor)
        {
            string? timeRequired = null, error = null, errorData = null, input = null, output = null, appId = null, taskId = null, refId = null;
            var status = default(AnswerState);
            var members = default(JsonMembers);
            cursor.StartObject();
            int member;
            while ((member = cursor.NextMember(Names, ref members)) != JsonNames.End)
            {
                switch (member)
                {
                    case 0:
                        timeRequired = cursor.ReadString();
                        break;
                    case 1:
                        error = cursor.ReadString();
                        break;
                    case 2:
                        errorData = cursor.ReadString();
                        break;
                    case 3:
                        input = cursor.ReadString();
                        break;
                    case 4:
                        output = cursor.ReadString();
                        break;
                    case 5:
                        appId = cursor.ReadString();
                        break;
                    case 6:
                        taskId = cursor.ReadString();
                        break;
                    case 7:
                        refId = cursor.ReadString();
                        break;
                    case 8:
                        status = (AnswerState)cursor.ReadWord(States);
                        break;
                    default:
                        cursor.Skip();
                        break;
                }
            }

            cursor.Require(Names, members, 0x1FF);
            return cursor.Failed
                ? null
                : new Answer
                {
                    TimeRequired = timeRequired!,
                    Error = error!,
                    ErrorData = errorData!,
                    Input = input!,
                    Output = output!,
                    AppId = appId!,
                    TaskId = taskId!,
                    RefId = refId!,
                    Status = status,
                };
        }

        public override void WriteValue(ref JsonOutput output, Answer value)
        {
            output.WriteStartObject();
            output.WriteName(Names, 0);
            output.WriteString(value.TimeRequired);
            output.WriteName(Names, 1);
            output.WriteString(value.Error);
            output.WriteName(Names, 2);
            output.WriteString(value.ErrorData);
            output.WriteName(Names, 3);
            output.WriteString(value.Input);
            output.WriteName(Names, 4);
            output.WriteString(value.Output);
            output.WriteName(Names, 5);
            output.WriteString(value.AppId);
            output.WriteName(Names, 6);
            output.WriteString(value.TaskId);
            output.WriteName(Names, 7);
            output.WriteString(value.RefId);
            output.WriteName(Names, 8);
            output.WriteWord(States, (int)value.Status);
            output.WriteEndObject();
        }

        /// <summary>Walks an answer as a validator does: everything looked at, nothing made.</summary>
        public static bool Check(ref JsonCursor cursor)
        {
            var members = default(JsonMembers);
            cursor.StartObject();
            int member;
            while ((member = cursor.NextMember(Names, ref members)) != JsonNames.End)
            {
                switch (member)
                {
                    case 8:
                        cursor.ReadWord(States);
                        break;
                    case >= 0:
                        cursor.ReadStringRaw(out _, out _);
                        break;
                    default:
                        cursor.Skip();
                        break;
                }
            }

            cursor.Require(Names, members, 0x1FF);
            return !cursor.Failed;
        }
    }
}

/// <summary>The rival: the plain class that System.Text.Json is best at.</summary>
internal sealed class PlainAnswer
{
    [JsonPropertyName("time_required"), Newtonsoft.Json.JsonProperty("time_required")]
    public string? TimeRequired { get; set; }

    [JsonPropertyName("error"), Newtonsoft.Json.JsonProperty("error")]
    public string? Error { get; set; }

    [JsonPropertyName("error_data"), Newtonsoft.Json.JsonProperty("error_data")]
    public string? ErrorData { get; set; }

    [JsonPropertyName("input"), Newtonsoft.Json.JsonProperty("input")]
    public string? Input { get; set; }

    [JsonPropertyName("output"), Newtonsoft.Json.JsonProperty("output")]
    public string? Output { get; set; }

    [JsonPropertyName("app_id"), Newtonsoft.Json.JsonProperty("app_id")]
    public string? AppId { get; set; }

    [JsonPropertyName("task_id"), Newtonsoft.Json.JsonProperty("task_id")]
    public string? TaskId { get; set; }

    [JsonPropertyName("ref_id"), Newtonsoft.Json.JsonProperty("ref_id")]
    public string? RefId { get; set; }

    [JsonPropertyName("status"), Newtonsoft.Json.JsonProperty("status")]
    public PlainState Status { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PlainState>))]
[Newtonsoft.Json.JsonConverter(typeof(Newtonsoft.Json.Converters.StringEnumConverter))]
internal enum PlainState
{
    [JsonStringEnumMemberName("PENDING"), System.Runtime.Serialization.EnumMember(Value = "PENDING")]
    Pending,

    [JsonStringEnumMemberName("SUCCESS"), System.Runtime.Serialization.EnumMember(Value = "SUCCESS")]
    Success,

    [JsonStringEnumMemberName("FAILED"), System.Runtime.Serialization.EnumMember(Value = "FAILED")]
    Failed,
}

/// <summary>The rival in our own clothes.</summary>
internal sealed record StrictAnswer
{
    [JsonPropertyName("time_required")]
    public required string TimeRequired { get; init; }

    [JsonPropertyName("error")]
    public required string Error { get; init; }

    [JsonPropertyName("error_data")]
    public required string ErrorData { get; init; }

    [JsonPropertyName("input")]
    public required string Input { get; init; }

    [JsonPropertyName("output")]
    public required string Output { get; init; }

    [JsonPropertyName("app_id")]
    public required string AppId { get; init; }

    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    [JsonPropertyName("ref_id")]
    public required string RefId { get; init; }

    [JsonPropertyName("status")]
    public required PlainState Status { get; init; }
}

[JsonSerializable(typeof(PlainAnswer))]
[JsonSerializable(typeof(StrictAnswer))]
[JsonSerializable(typeof(PlainAnswer[]))]
internal sealed partial class RivalContext : JsonSerializerContext;
