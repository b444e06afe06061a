using ContractKit.Compiler.Model.Names;

namespace ContractKit.Compiler.Tests.Names;

public class NameWordsTests
{
    [Theory]
    [InlineData("refID", "RefId")]
    [InlineData("time_required", "TimeRequired")]
    [InlineData("Has_NSFW_Content", "HasNsfwContent")]
    [InlineData("low_res_urls", "LowResUrls")]
    [InlineData("SUCCESS", "Success")]
    [InlineData("in-progress", "InProgress")]
    [InlineData("Task not found", "TaskNotFound")]
    [InlineData("HTTPServer", "HttpServer")]
    [InlineData("URLs", "Urls")]
    [InlineData("task-status.request", "TaskStatusRequest")]
    [InlineData("TaskState", "TaskState")]
    [InlineData("action_required", "ActionRequired")]
    [InlineData("1.0", "_1_0")]
    [InlineData("2nd", "_2nd")]
    [InlineData("", "Empty")]
    [InlineData(" ", "Space")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData(">=", "GreaterEqual")]
    [InlineData("übung", "Ubung")]
    [InlineData("a\u200db", "AU200Db")]
    [InlineData("Straße", "Strasse")]
    [InlineData("imię i nazwisko", "ImieINazwisko")]
    [InlineData("ÇAĞRI", "Cagri")]
    [InlineData("имя_файла", "ImyaFayla")]
    [InlineData("ОШИБКА", "Oshibka")]
    [InlineData("Щука", "Shchuka")]
    [InlineData("об\u044aём", "Obyom")]
    [InlineData("ь", "U044c")]
    [InlineData("їжа", "Yizha")]
    [InlineData("κατάσταση", "Katastasi")]
    [InlineData("×", "U00d7")]
    [InlineData("日本", "U65e5u672c")]
    public void Chooses_what_a_person_would(string text, string name) => Assert.Equal(name, NameWords.Pascal(text));

    [Fact]
    public void Every_text_becomes_an_identifier()
    {
        var random = new System.Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new char[random.Next(8)];
            for (var c = 0; c < text.Length; c++)
            {
                text[c] = (char)random.Next(random.Next(2) == 0 ? 128 : 65536);
            }

            var name = NameWords.Pascal(new string(text));
            Assert.True(CSharpName.TryCreate(name, out _), name);
        }
    }

    [Theory]
    [InlineData("Id", "id")]
    [InlineData("RefId", "refId")]
    [InlineData("OAuthToken", "oAuthToken")]
    [InlineData("_2nd", "_2nd")]
    public void Makes_locals_of_names(string name, string local) => Assert.Equal(local, NameWords.Camel(name));
}
