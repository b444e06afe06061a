using Shared;

namespace Mistaken;

internal static class Mistake
{
    internal static bool IsDone(Job job) => job.State.Text == "DONE";
}
