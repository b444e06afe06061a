foreach (var word in new[] { "PENDING", "SUCCESS", "FAILED", "REVOKED", "success", "" })
{
    var order = Orders.Contracts.Order.Parse("""{"id":"1","status":"WORD"}""".Replace("WORD", word));
    Console.WriteLine($"'{word}': {App.Report.Rank(order)} {App.Report.IsGood(order)} {App.Report.IsGoodIfAny(order)} {App.Report.IsGoodIfAny(null)} {App.Report.IsGoodText(word)} {Orders.Contracts.OrderChecks.HasEnded(order)} {Orders.Contracts.OrderChecks.IsWaiting(order)}");
}
