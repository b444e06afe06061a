namespace ContractKit.Benchmarks.Projects;

/// <summary>
/// A program as people write them: records, enums, patterns, queries, tasks. The compiler's own code for such things is compiled when it first
/// meets them; a program of one line has none of them, and leaves that to whatever is generated.
/// </summary>
internal static class EverydayProgram
{
    /// <summary>It, in place of a project's own.</summary>
    public static SchemaFile File { get; } = new(
        "Program.cs",
        """"
        using System.Globalization;
        using System.Text;

        var path = args.Length > 0 ? args[0] : "orders.csv";
        try
        {
            var orders = await Orders.ReadAsync(path);
            var report = new Report(orders);
            Console.WriteLine(report.Render());
            return report.Overdue.Count == 0 ? 0 : 1;
        }
        catch (FileNotFoundException missing)
        {
            Console.Error.WriteLine($"There is no file {missing.FileName}.");
            return 2;
        }
        catch (FormatException wrong) when (wrong.Message.Length > 0)
        {
            Console.Error.WriteLine(wrong.Message);
            return 3;
        }

        internal enum OrderState
        {
            Placed,
            Paid,
            Shipped,
            Returned,
        }

        internal sealed record Order(string Id, string Customer, decimal Amount, OrderState State, DateOnly Placed, DateOnly? Shipped)
        {
            public bool IsOverdue(DateOnly today) => this switch
            {
                { State: OrderState.Placed, Placed: var placed } => placed.AddDays(14) < today,
                { State: OrderState.Paid, Shipped: null } => Placed.AddDays(21) < today,
                _ => false,
            };
        }

        internal static class Orders
        {
            public static async Task<IReadOnlyList<Order>> ReadAsync(string path, CancellationToken cancellation = default)
            {
                var orders = new List<Order>();
                var number = 0;
                await foreach (var line in File.ReadLinesAsync(path, cancellation))
                {
                    number++;
                    if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                    {
                        continue;
                    }

                    orders.Add(Parse(line.Split(';'), number));
                }

                return orders;
            }

            private static Order Parse(string[] fields, int number)
            {
                if (fields is not [var id, var customer, var amount, var state, var placed, .. var rest])
                {
                    throw new FormatException($"Line {number} has {fields.Length} fields, and at least 5 are needed.");
                }

                var parsed = state.Trim() switch
                {
                    "placed" => OrderState.Placed,
                    "paid" => OrderState.Paid,
                    "shipped" => OrderState.Shipped,
                    "returned" => OrderState.Returned,
                    var other => throw new FormatException($"Line {number}: {other} is no state."),
                };
                DateOnly? shipped = rest.Length > 0 && DateOnly.TryParse(rest[0], CultureInfo.InvariantCulture, out var day) ? day : null;
                return new Order(id, customer, decimal.Parse(amount, CultureInfo.InvariantCulture), parsed, DateOnly.Parse(placed, CultureInfo.InvariantCulture), shipped);
            }
        }

        internal sealed class Report(IReadOnlyList<Order> orders)
        {
            private readonly Dictionary<string, decimal> _totals = orders
                .Where(static order => order.State != OrderState.Returned)
                .GroupBy(static order => order.Customer, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(static group => group.Key, static group => group.Sum(static order => order.Amount));

            public IReadOnlyList<Order> Overdue { get; } = [.. orders.Where(static order => order.IsOverdue(DateOnly.FromDateTime(DateTime.Today)))];

            public string Render()
            {
                var text = new StringBuilder();
                foreach (var (customer, total) in _totals.OrderByDescending(static entry => entry.Value).Take(10))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"{customer,-30} {total,12:0.00}");
                }

                for (var i = 0; i < Overdue.Count; i++)
                {
                    var order = Overdue[i];
                    if (order.Shipped is { } shipped)
                    {
                        text.Append(shipped.ToString("O", CultureInfo.InvariantCulture)).Append(' ');
                    }

                    text.Append(order.Id).Append(": ").AppendLine(Advice(order));
                }

                return text.ToString();
            }

            private static string Advice(Order order)
            {
                switch (order.State)
                {
                    case OrderState.Placed:
                        return "remind " + order.Customer;
                    case OrderState.Paid when order.Amount > 1_000:
                        return "call " + order.Customer;
                    case OrderState.Paid:
                        return "ship it";
                    default:
                        return "leave it";
                }
            }
        }
        """");
}
