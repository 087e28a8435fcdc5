// Nothing but the check of the version is imported statically: an old Node.js could not even read the rest.
import { isSupportedNode, supportedNode } from './node-version.mjs';

if (isSupportedNode(process.versions.node)) {
  const { develop } = await import('./develop.mjs');
  await develop();
} else {
  console.error(`SoftMob needs Node.js ${supportedNode}, and this is ${process.versions.node}: install a newer one.`);
  process.exitCode = 1;
}
