using System;

var theirs = Shared.Job.Parse("""{"id":"1","owner":"6f9619ff-8b86-d011-b42d-00c04fc964ff","state":"DONE"}""");
var ours = Both.Job.Parse(theirs.ToJson());
Console.WriteLine(theirs.State == Shared.JobState.Done && ours.State == Both.JobState.Done ? "done" : "not done");
