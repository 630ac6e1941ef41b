"""What people have judged: lines that are only ever added, each sealed by a hash over the ones before it."""
