// Loaded into the API before its own code: when the process that started it is killed, the API stops too. It is the
// channel's end that tells, on every platform.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
