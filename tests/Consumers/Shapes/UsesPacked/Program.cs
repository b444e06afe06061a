using System;
using Packed;

var job = Job.Parse("""{"id":"1","owner":"6f9619ff-8b86-d011-b42d-00c04fc964ff","state":"DONE"}""");
Console.WriteLine(job.State == JobState.Done ? "done" : "not done");
