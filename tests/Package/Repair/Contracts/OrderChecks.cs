namespace Orders.Contracts;

public static class OrderChecks
{
    // Text of the contract's own type, in the project that has the package.
    public static bool HasEnded(Order order) => order.Status.Text is "SUCCESS" or "FAILED";

    public static bool IsWaiting(Order order) =>
        order.Status.Text.Equals("PENDING"); // nothing to do yet
}
