using System;
using System.Collections.Generic;
using System.Linq;

namespace ContractKit.Compiler.Model.Schemas;

/// <summary>Which documents each document reaches, found once for each group of documents that reach each other (Tarjan's components, with a stack of its own).</summary>
internal sealed class DocumentClosures
{
    private readonly Dictionary<string, SchemaDocument> _documents;
    private readonly Dictionary<string, IReadOnlyCollection<string>> _closures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Index, int Low)> _visited = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();
    private readonly HashSet<string> _isOpen = new(StringComparer.Ordinal);

    public DocumentClosures(Dictionary<string, SchemaDocument> documents) => _documents = documents;

    public IReadOnlyCollection<string> From(string path)
    {
        if (!_documents.ContainsKey(path))
        {
            return [path];
        }

        if (_closures.TryGetValue(path, out var known))
        {
            return known;
        }

        if (_documents[path].Reaches.Count == 0)
        {
            return _closures[path] = [path];
        }

        Visit(path);
        return _closures[path];
    }

    private void Visit(string start)
    {
        var path = new Stack<(string Document, IEnumerator<string> Next)>();
        Enter(start);
        while (path.Count > 0)
        {
            var (document, next) = path.Peek();
            if (next.MoveNext())
            {
                var reached = next.Current;
                if (!_documents.ContainsKey(reached) || _closures.ContainsKey(reached))
                {
                    continue;
                }

                if (!_visited.ContainsKey(reached))
                {
                    Enter(reached);
                }
                else if (_isOpen.Contains(reached))
                {
                    Lower(document, _visited[reached].Index);
                }

                continue;
            }

            path.Pop();
            var (index, low) = _visited[document];
            if (path.Count > 0)
            {
                Lower(path.Peek().Document, low);
            }

            if (low == index)
            {
                Close(document);
            }
        }

        void Enter(string document)
        {
            _visited.Add(document, (_visited.Count, _visited.Count));
            _open.Push(document);
            _isOpen.Add(document);
            path.Push((document, _documents[document].Reaches.GetEnumerator()));
        }
    }

    private void Lower(string document, int index)
    {
        var (own, low) = _visited[document];
        _visited[document] = (own, Math.Min(low, index));
    }

    private void Close(string root)
    {
        var group = new List<string>();
        string member;
        do
        {
            member = _open.Pop();
            _isOpen.Remove(member);
            group.Add(member);
        }
        while (member != root);

        var reached = new HashSet<string>(group, StringComparer.Ordinal);
        foreach (var document in group)
        {
            foreach (var next in _documents[document].Reaches)
            {
                if (_closures.TryGetValue(next, out var closure))
                {
                    reached.UnionWith(closure);
                }
                else
                {
                    reached.Add(next);
                }
            }
        }

        var sorted = reached.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        foreach (var document in group)
        {
            _closures.Add(document, sorted);
        }
    }
}
