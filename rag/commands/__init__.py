"""What the commands of ``rag`` do: each takes plain values, prints, and returns an exit code."""
