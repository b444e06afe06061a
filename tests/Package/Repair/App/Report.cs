namespace App;

internal static class Report
{
    public static int Rank(Orders.Contracts.Order order)
    {
        switch (order.Status.Text)
        {
            case "SUCCESS": // the best
                return 2;
            case "FAILED":
                return 1;
            default:
                return 0;
        }
    }

    public static bool IsGood(Orders.Contracts.Order order) => order.Status.Text == "SUCCESS" || order.Status.Text != "FAILED";

    public static bool IsGoodIfAny(Orders.Contracts.Order? order) => order?.Status.Text == "SUCCESS";

    public static bool IsGoodText(string status) => status == "SUCCESS";
}
