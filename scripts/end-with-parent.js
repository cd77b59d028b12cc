// Loaded first by each child of `npm start`: a parent that is killed cannot end its children, but the channel to it closes.
// Their own children load it too and have another parent, which ends them.
if (import.meta.url.endsWith(`?${process.ppid}`)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // Listening must not keep a child alive that has done its work.
  process.channel?.unref()
}
