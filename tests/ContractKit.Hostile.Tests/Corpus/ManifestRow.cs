using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Hostile.Tests.Corpus;

/// <summary>contracts.json itself.</summary>
internal static class ManifestRow
{
    public static IEnumerable<HostileInput> Inputs()
    {
        foreach (var text in new[] { "A; class canary0000{}", "System", "a..b", "", ".", "a.", "A\n{", "A.class", "global", "A::B", "1.2", "A B", "\u0410", "A.\u200dB", "ContractKit", "Microsoft", new string('n', 129), string.Join(".", Enumerable.Repeat("n", 500)), "@A", "A<T>", "A;" })
        {
            yield return Text("namespace", text, static text => Projects.Manifest("{\"namespace\":" + Json.Quote(text) + ",\"types\":[\"schema/thing.schema.json\"]}"));
        }

        foreach (var text in new[] { "Get();}//", "Dispose", "Get\n", "GetAsync", "", "class", "ToString", "Equals", "GetType", "1", "\u0410", "Get<T>", "Things", "Finalize", "canary0000 { }", new string('o', 129) })
        {
            yield return Text("operation", text, static text => Projects.Operation(Json.Quote(text)));
        }

        yield return Whole("GetAsync beside Get", Operations("Get", "GetAsync"));
        yield return Whole("SendGet beside Get", Operations("Get", "SendGet", "SendGetAsync"));
        yield return Whole("two services with operations of one name", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{" + string.Join(",", new[] { "A", "B" }.Select(static name => "\"" + name + "\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}")) + "}}")]);
        yield return Whole("a service and its client's name", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{" + string.Join(",", new[] { "Things", "ThingsClient", "IThings" }.Select(static (name, n) => "\"" + name + "\":{\"operations\":{\"Get" + n.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}")) + "}}")]);
        yield return Whole("services whose files have one name", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"types\":[\"schema/thing.schema.json\"],\"services\":{" + string.Join(",", new[] { "thing", "Thing", "Endpoints", "A", "AOpenApi" }.Select(static (name, n) => "\"" + name + "\":{\"operations\":{\"Get" + n.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}")) + "}}")]);
        yield return Whole("an operation with the name of its body's type", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Thing\":{\"method\":\"POST\",\"path\":\"/\",\"requestBody\":{\"$ref\":\"schema/thing.schema.json\",\"minProperties\":1},\"responses\":{\"204\":{}}}}}}}")]);
        yield return Whole("operations with the names of what stands beside them", Operations("ContractSecurity", "ContractOperation", "Converter1", "GetType", "GetTypeOperation", "GetTypeOperationOperation", "Thing", "ThingCompletion"));
        yield return Whole("a completion without a body", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/\",\"responses\":{\"200\":{},\"404\":{\"body\":\"schema/thing.schema.json\"}},\"completion\":{\"status\":\"/state\",\"succeeded\":[\"DONE\"],\"failed\":[\"BROKEN\"]}}}}}}")]);
        yield return Whole("a body with one name twice", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/\",\"responses\":{\"200\":{\"body\":{\"type\":\"object\",\"properties\":{\"a\":true,\"a\":true}}}}}}}}}")]);
        yield return Whole("a parameter of the path that travels elsewhere", [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/{id}\",\"parameters\":{\"id\":{\"in\":\"{{\",\"schema\":{\"type\":\"string\"}}},\"responses\":{\"204\":{}}}}}}}")]);
        yield return Whole("get beside Get", Operations("Get", "get"));
        yield return Whole("WaitForThing beside GetThing", Operations("GetThing", "WaitForThing"));
        yield return Whole("GetResult beside Get", Operations("Get", "GetResult", "GetException"));
        foreach (var text in new[] { "Things();}//", "class", "", "System", "Task", "ITaskStatus", "IThings", "Things\n", "\u0410", "ContractJson", "Http", new string('s', 129) })
        {
            yield return Text("service", text, static text => Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{" + Json.Quote(text) + ":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}}}"));
        }

        foreach (var text in new[]
        {
            "/a\"+x+\"", "/a\\", "/a\n[canary0000]", "//evil/x", "/../x", "/a/../x", "/a/./b", "http://evil/", "/%2e%2e", "/%2E%2e/x", "/%2f", "/a%00", "/a%", "/a%zz", "/a%3Fb", "/a%7Bid%7D", "/a%20b", "", "x", "/{id}/{id}", "/{id", "/id}", "/{}", "/{{id}}", "/{a}{b}", "/{a b}",
            "/{id:int}", "/{*all}", "/{id?}", "/{id=5}", "/a?b=c", "/a#b", "/a b", "/\u00fc", "/a;b", "/a\u202eb", "/\\evil", "/a//b", "/a'b", "/@x", "/" + new string('p', 10_000), "/{" + new string('p', 300) + "}",
        })
        {
            var parameters = text is "/{id}/{id}" or "/{id" ? ",\"parameters\":{\"id\":{\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}}" : "";
            yield return Text("path", text, text => Projects.Operation(path: Json.Quote(text), more: parameters), TextPlace.Value) with { Neutral = "/x" };
        }

        foreach (var text in new[] { "javascript:alert(1)", "file:///etc/passwd", "https://u:p@h", "", "ftp://h", "//h", "h", "https://", "https://h\"+canary0000+\"", "https://h\n", "https://h/?q", "https://h/#f", "https://h:99999", "https://[::1]", "https://h/{x}", "https://\u0410.example", "https://h\\@evil" })
        {
            yield return Text("server", text, static text => Projects.Operation(service: "\"server\":" + Json.Quote(text) + ","), text is "https://h\n" or "https://[::1]" or "https://\u0410.example" ? TextPlace.None : TextPlace.Value) with { Neutral = "https://x/" };
        }

        foreach (var text in new[] { "X\r\nY: z", "X: y", "Host", "Authorization", "Content-Length", "Cookie", "", "X\u0000", "X\"", "X Y", "\u00dc", "X-\"+canary0000+\"", "Transfer-Encoding", ":path", new string('H', 300) })
        {
            yield return Text("header parameter", text, static text => Projects.Operation(more: ",\"parameters\":{" + Json.Quote(text) + ":{\"in\":\"header\",\"schema\":{\"type\":\"string\"}}}"), TextPlace.Value);
            yield return Text("response header", text, static text => Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\",\"headers\":{" + Json.Quote(text) + ":{\"schema\":{\"type\":\"string\"}}}}}}}}}}"), TextPlace.Value);
            yield return Text("apiKey header", text, static text => Projects.Operation(service: "\"security\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":" + Json.Quote(text) + "},"), TextPlace.Value);
        }

        foreach (var text in new[] { "a&b=c", "a\"+canary0000+\"", "", "a\n", "a b", "cancellationToken", "request", "class", "\u0410", "http", "this", "options", "id", "Id" })
        {
            yield return Text("query parameter", text, Projects.Parameter, TextPlace.Value);
        }

        foreach (var text in new[] { "999", "99", "0", "-1", "2XX", "6XX", "200\n", "", "default", "Default", "1e2", "+200", "\u0662\u0660\u0660", "200 OK" })
        {
            yield return Text("status", text, static text => Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"GET\",\"path\":\"/x\",\"responses\":{" + Json.Quote(text) + ":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}}}}}}}"), TextPlace.None);
        }

        foreach (var text in new[] { "application/json\"); canary0000(\"", "text/html", "application/json\r\nX: y", "application/json; charset=x", "", "json", "application/\u00fc+json", "application/vnd.a+json" })
        {
            yield return Text("content type", text, static text => Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":\"POST\",\"path\":\"/x\",\"requestBody\":{\"schema\":\"schema/thing.schema.json\",\"contentType\":" + Json.Quote(text) + "},\"responses\":{\"200\":{\"description\":\"ok\",\"body\":{\"schema\":\"schema/thing.schema.json\",\"contentType\":" + Json.Quote(text) + "}}}}}}}}"), TextPlace.Value) with { Neutral = "application/x+json" };
        }

        foreach (var text in new[] { "GET\r\n", "get", "TRACE", "CONNECT", "", "G\"T", "FOO", "\u0130" })
        {
            yield return Text("method", text, static text => Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{\"Get\":{\"method\":" + Json.Quote(text) + ",\"path\":\"/x\",\"responses\":{\"200\":{\"description\":\"ok\"}}}}}}}"), TextPlace.None);
        }

        foreach (var text in new[] { "/state\"", "", "state", "/", "/nope", "/~2", "/state/canary0000", "/" + new string('s', 5_000) })
        {
            yield return Text("place of the status", text, static text => Projects.Operation(more: ",\"completion\":{\"status\":" + Json.Quote(text) + ",\"succeeded\":[\"DONE\"]}"), TextPlace.None);
        }

        foreach (var text in new[] { "DONE\"", "", "done", "NOPE", "canary0000\n" })
        {
            yield return Text("word that ends a task", text, static text => Projects.Operation(more: ",\"completion\":{\"status\":\"/state\",\"succeeded\":[" + Json.Quote(text) + "]}"), TextPlace.None);
        }

        yield return Whole("two manifests of one namespace", [new("contracts.json", Types("Acme")), new("b.contracts.json", Types("Acme")), new("schema/thing.schema.json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")]);
        yield return Whole("two manifests of two namespaces", [new("contracts.json", Types("Acme")), new("b.contracts.json", Types("Other")), new("schema/thing.schema.json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")]);
        yield return Whole("two manifests of namespaces that differ in case", [new("contracts.json", Types("Acme")), new("b.contracts.json", Types("ACME")), new("schema/thing.schema.json", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")]);
        yield return Whole("two manifests with services of one name", [.. Projects.Operation(), new("b.contracts.json", System.Text.Encoding.UTF8.GetString(Projects.Operation()[0].Bytes).Replace("Acme", "Other", System.StringComparison.Ordinal))]);
        yield return Whole("a manifest in a folder", [new("sub/contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"schema/thing.schema.json\"]}"), new("sub/schema/thing.schema.json", "{\"type\":\"object\"}")]);
        yield return Whole("a missing file", [new("contracts.json", Types("Acme"))]);
        yield return Whole("no manifest", [new("schema/thing.schema.json", "{\"type\":\"object\"}")]);
        yield return Whole("a manifest that is its own schema", [new("contracts.json", "{\"namespace\":\"Acme\",\"types\":[\"contracts.json\"]}")]);
        yield return Whole("a schema inside the manifest that refers to the manifest", [new("contracts.json", "{\"namespace\":\"Acme\",\"types\":{\"A\":{\"$ref\":\"contracts.json#/types/A\"}}}")]);
        foreach (var manifest in new[] { "", "null", "[]", "1", "\"a\"", "{}", "{\"types\":null}", "{\"types\":[]}", "{\"types\":[1]}", "{\"types\":{\"A\":null}}", "{\"services\":[]}", "{\"services\":{\"A\":null}}", "{\"services\":{\"A\":{\"operations\":{\"B\":null}}}}", "{\"services\":{\"A\":{\"operations\":[]}}}", "{\"resources\":{\"http://x/\":1},\"types\":[]}", "{\"resources\":{\"\":\"\"},\"types\":[\"a\"]}", "{\"types\":[\"*\"]}", "{\"types\":[\"**/**/**/**/*\"]}", "{\"types\":[\"schema/thing.schema.json#/nope\"]}", "{\"types\":[\"#\"]}", "{\"types\":[\"\"]}", "{\"formats\":1,\"types\":[]}" })
        {
            yield return Whole("the whole manifest is " + (manifest.Length == 0 ? "empty" : manifest), [.. Projects.Manifest(manifest)]);
        }

        yield return Whole("1,000 operations", Operations([.. Enumerable.Range(0, 1_000).Select(static n => "Get" + n.ToString(System.Globalization.CultureInfo.InvariantCulture))])) with { CouldKill = true, NeedsMemory = true, IsHuge = true };
    }

    private static string Types(string name) => "{\"namespace\":\"" + name + "\",\"types\":[\"schema/thing.schema.json\"]}";

    private static ProjectFile[] Operations(params string[] names) =>
        [.. Projects.Manifest("{\"namespace\":\"Acme\",\"services\":{\"Things\":{\"operations\":{" + string.Join(",", names.Select(static name => Json.Quote(name) + ":{\"method\":\"GET\",\"path\":\"/" + name + "\",\"responses\":{\"200\":{\"description\":\"ok\",\"body\":\"schema/thing.schema.json\"}},\"completion\":{\"status\":\"/state\",\"succeeded\":[\"DONE\"],\"failed\":[\"BROKEN\"]}}")) + "}}}}")];

    private static HostileInput Text(string place, string text, System.Func<string, IReadOnlyList<ProjectFile>> project, TextPlace kind = TextPlace.None) =>
        new("manifest", place + " " + (text.Length > 60 ? text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " characters" : WordRow.Shown(text)), text, kind, project);

    private static HostileInput Whole(string name, ProjectFile[] files) => HostileInput.Whole("manifest", name, files);
}
