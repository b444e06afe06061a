using System.Collections.Generic;
using System.Linq;
using ContractKit.Generator;

namespace ContractKit.Benchmarks.Projects;

/// <summary>
/// Projects of types of nine properties, opened and run one after the other: as many types as one large project has, and as many garbage collections. A small
/// run alone leaves its collection to another one, or pays for that of another, as luck has it.
/// </summary>
internal sealed class ProjectsInTurn(int projects, int types)
{
    private readonly List<EditedProject> _projects =
        [.. Enumerable.Range(0, projects).Select(_ => new EditedProject(new ContractGenerator(), NineProperties.Documents(types)))];

    public void Open() => _projects.ForEach(static project => project.Open());

    public void Run() => _projects.ForEach(static project => project.Run());
}
