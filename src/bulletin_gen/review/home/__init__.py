"""What came back of a draft, in; what each reader wants of the fields of its spec, and the spec with it, out."""
