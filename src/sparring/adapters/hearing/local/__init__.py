"""Recognition on this machine: a process of its own, the engines that can stand in it, and how it is asked."""
