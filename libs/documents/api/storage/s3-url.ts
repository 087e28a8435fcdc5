/** Where an S3-compatible storage is, and how one signs in there. */
export interface S3Place {
  /** Address of the bucket, with its name as the path or as part of the host. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const faulty = (what: string) =>
  new Error(`SOFTMOB_S3_URL reads https://KEY:SECRET@host/bucket?region=eu-central-1&style=path: ${what}.`);

function urlOf(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw faulty('this is no address');
  }
}

/**
 * Reads the address of an S3-compatible storage. Key and secret are percent-encoded; `region` is us-east-1 unless told;
 * `style` is `path` (the bucket is the path) unless it is `virtual` (the bucket is part of the host).
 * @throws an error that says in one sentence what is wrong, without the secret
 */
export function parseS3Url(text: string): S3Place {
  const url = urlOf(text);
  if (!/^https?:$/.test(url.protocol)) throw faulty('it begins with https: or http:');
  if (!url.username || !url.password) throw faulty('key and secret stand before the host');
  const bucket = url.pathname.replace(/^\/|\/$/g, '');
  if (!BUCKET.test(bucket)) throw faulty('the path is the name of the bucket');
  const style = url.searchParams.get('style') ?? 'path';
  if (style !== 'path' && style !== 'virtual') throw faulty('style is "path" or "virtual"');
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'region' && name !== 'style');
  if (unknown) throw faulty(`"${unknown}" is no part of it`);
  return {
    endpoint: style === 'path' ? `${url.protocol}//${url.host}/${bucket}` : `${url.protocol}//${bucket}.${url.host}`,
    bucket,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}
