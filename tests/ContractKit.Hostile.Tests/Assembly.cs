// Time is measured, so nothing else may run beside it; and what the corpus allocates at once is bounded.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
