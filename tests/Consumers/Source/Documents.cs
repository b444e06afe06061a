namespace ConsumerChecks
{
    /// <summary>Answers as the services give them.</summary>
    internal static class Documents
    {
        public const string Prediction = @"{""id"":""gm3qorzdhgbfurvjtvhg6dckhu"",""model"":""replicate/hello-world"",""version"":""5c7d5dc6"",""input"":{""text"":""Alice""},""logs"":"""",""output"":null,""error"":null,""status"":""@"",""created_at"":""2023-09-08T16:19:34.765994657Z"",""started_at"":""2023-09-08T16:19:34.779176Z"",""completed_at"":null,""metrics"":{""predict_time"":0.012683,""total_time"":0.026},""urls"":{""cancel"":""https://api.replicate.com/v1/predictions/gm3/cancel"",""get"":""https://api.replicate.com/v1/predictions/gm3""}}";

        public const string RunwayTask = @"{""id"":""17F20503-6C24-4C16-946B-35DBBCE2AF2F"",""createdAt"":""2024-06-27T19:49:32.334Z"",""status"":""@""~}";

        public const string CheckRun = @"{""id"":4,""head_sha"":""ce587453ced02b1526dfb4cb910479d431683101"",""node_id"":""MDg6Q2hlY2tSdW40"",""external_id"":"""",""html_url"":""https://github.com/github/hello-world/runs/4"",""status"":""@"",""conclusion"":~,""started_at"":""2018-05-04T01:14:52Z"",""completed_at"":null,""output"":{""title"":""Mighty Readme report"",""summary"":""There are 0 failures"",""text"":null,""annotations_count"":0},""name"":""mighty_readme"",""pull_requests"":[]}";

        public const string Picture = @"{""id"":""4f1b"",""status"":""@"",""result"":{""sample"":""https://delivery/1.png"",""seed"":42},""progress"":null,""details"":null,""preview"":null}";

        public const string Generation = @"{""result"":""AAECAw=="",""seed"":4294967294,""finish_reason"":""@""}";

        public const string RunningGeneration = @"{""id"":""a6dc6c6e20acda010fe14d71f180658f2896ed9b4ec25aa99a6ff06c796987c4"",""status"":""@""}";

        public const string TrainingJob = @"{""is_success"":true,""job_id"":10,""job_name"":""TestModelArtsJob"",""status"":@,""create_time"":1524189990635,""v100"":1,""duration"":532003}";

        public const string Batch = @"{""id"":""batch_abc123"",""object"":""batch"",""endpoint"":""/v1/completions"",""errors"":{""object"":""list"",""data"":[{""code"":""invalid_json_line"",""message"":""No"",""param"":null,""line"":3}]},""input_file_id"":""file-abc123"",""completion_window"":""24h"",""status"":""@"",""output_file_id"":null,""created_at"":1711471533,""in_progress_at"":1711471538,""expires_at"":null,""request_counts"":{""total"":100,""completed"":95,""failed"":5},""metadata"":{""customer_id"":""user_123456789""}}";

        public const string TaskStatus = @"{""time_required"":{""startup_time"":0.5,""runtime"":1.25},""error"":null,""error_data"":null,""input"":{""id"":""t1""},""output"":{""result"":[""https://x/1.png""],""Has_NSFW_Content"":[false],""low_res_urls"":[null]},""task_id"":null,""status"":""@""}";

        public const string Thing = @"{""id"":""6F9619FF-8B86-D011-B42D-00C04FC964FF"",""kind"":""everything"",""count"":1.0,""ratio"":null,""when"":""2020-01-02T03:04:05.123456789+00:00"",""day"":""2024-02-29"",""blob"":""AQI="",""maybe"":null,""free"":{""a"":[1,null]},""class"":""c"",""state"":@,""level"":-3,""tags"":[""a"",""b""],""dates"":[""2020-01-02T03:04:05Z"",""2020-01-02T03:04:05.000Z""],""matrix"":[[1.5,2],[]],""holes"":[1,null],""texts"":[null,""x""],""labels"":{""k"":""v""},""lookup"":{""p"":{""x"":1,""y"":0.1000000000000000055511151231257827}},""point"":{""x"":1e2,""y"":2},""points"":null,""shape"":{""type"":""circle"",""radius"":1},""either"":[""a""],""loose"":{""name"":""n""},""more"":12345678901}";

        public const string Reading = @"{""at"":""2024-02-29T23:59:59.5+01:00"",""mood"":""@"",""grade"":2.5,""pair"":[""a"",1],""odd names"":""x"",""Equals"":3,""value"":""abc"",""url"":""https://x/?a=1"",""lasted"":""PT1H"",""x-more"":""y""}";

        public static string With(this string document, string word, string more = "") =>
            document.Replace("@", word).Replace("~", more);
    }
}
