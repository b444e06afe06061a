using System;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace ConsumerChecks
{
    internal static class Program
    {
        private static async Task<int> Main()
        {
            var check = new Check();
            TypeChecks.Run(check);
            await WaitChecks.RunAsync(check);
            await ClientChecks.RunAsync(check);
#if SERVER
            await ServerChecks.RunAsync(check);
#endif
            Console.WriteLine(check.Count + " checks passed on " + RuntimeInformation.FrameworkDescription);
            return 0;
        }
    }
}
