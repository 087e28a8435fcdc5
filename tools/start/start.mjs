// Nothing but the check of the version is imported statically: an old Node.js could not even read the rest.
import { isSupportedNode, supportedNode } from './node-version.mjs';

if (isSupportedNode(process.versions.node)) {
  const { start } = await import('./run.mjs');
  await start();
} else {
  console.error(`SoftMob needs Node.js ${supportedNode}, and this is ${process.versions.node}: install a newer one.`);
  process.exitCode = 1;
}
