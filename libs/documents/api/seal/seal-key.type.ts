import { policy } from '@softmob/access';
import { Access, Moment, Type } from '@softmob/api-kit';
import { Field, ID, InputType } from 'type-graphql';
import { type SealKey } from './seal.entity';

const { readSealKey } = policy.documents;

@Type('SealKey', 'The key by which an organisation seals documents: what is public of it, never the key itself.')
export class SealKeyType implements Pick<
  SealKey,
  'id' | 'origin' | 'certificate' | 'subject' | 'issuer' | 'algorithm' | 'fingerprint' | 'validFrom' | 'validUntil'
> {
  @Access(readSealKey)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readSealKey)
  @Field(() => String, { description: '`made` here and certified by itself, or `brought` in a file.' })
  origin!: SealKey['origin'];

  @Access(readSealKey)
  @Field(() => String, { description: 'Certificate, PEM: whoever trusts it sees the seals as trusted.' })
  certificate!: string;

  @Access(readSealKey)
  @Field(() => String, { description: 'Whose seal it is, as the certificate names it.' })
  subject!: string;

  @Access(readSealKey)
  @Field(() => String, { description: 'Who certifies it; the same as the subject where it was made here.' })
  issuer!: string;

  @Access(readSealKey)
  @Field(() => String, { description: 'Such as RSA 3072 or ECDSA P-256.' })
  algorithm!: string;

  @Access(readSealKey)
  @Field(() => String, { description: 'SHA-256 (hex) of the certificate.' })
  fingerprint!: string;

  @Access(readSealKey)
  @Field(() => Moment, { description: 'From when it is valid, real time.' })
  validFrom!: Date;

  @Access(readSealKey)
  @Field(() => Moment, { description: 'Until when it is valid, real time. What was sealed before stays sealed.' })
  validUntil!: Date;
}

@InputType({ description: 'A key from elsewhere, with its certificate.' })
export class ImportSealKeyInput {
  @Field(() => String, { description: 'PKCS#12 file (.p12, .pfx), base64.' })
  file!: string;

  @Field(() => String, { description: 'Password of the file; it is not kept.' })
  password!: string;
}
