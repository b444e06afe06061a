internal static class Incomplete
{
    public static int Rank(Orders.Contracts.Order order) => order.Status.Known switch
    {
        Orders.Contracts.OrderState.Pending => 0,
        Orders.Contracts.OrderState.Success => 2,
    };
}
