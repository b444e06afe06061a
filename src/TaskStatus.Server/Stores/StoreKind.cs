namespace TaskStatus.Server.Stores;

/// <summary>The kinds of Celery's result backends that the service reads.</summary>
public enum StoreKind
{
    /// <summary>Celery's file backend.</summary>
    Folder,

    /// <summary>Celery's Redis backend.</summary>
    Redis,
}
