/** A key pair, and who it speaks for. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Temporary credentials have both of these, long-term ones neither. */
  readonly sessionToken?: string;
  readonly expiration?: Date;
  /** `arn:aws:iam::<account>:user/<name>` or `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
  readonly arn: string;
  readonly userId: string;
  /** Condition keys of the session: what was known of whoever assumed the role. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** The administrator's key pair: the one that AWS's documentation uses as its example, which no scanner flags. */
export const administratorKeys = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
} as const;
