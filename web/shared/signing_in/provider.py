"""The way to an identity provider and back (OpenID Connect, code flow with PKCE)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey

SCOPE = "openid email profile"
SIGNED_WITH = ["RS256", "ES256", "PS256", "EdDSA"]  # never "none", never a shared secret
PENDING_S = 600
LEEWAY_S = 60
FETCHED_FOR_S = 3_600


class ProviderFailed(Exception):
    """The provider did not vouch for anybody; the message is for the log and holds no secret."""


@dataclass(frozen=True)
class Client:
    """What the provider knows us by."""

    issuer: str
    client_id: str
    client_secret: str


@dataclass(frozen=True)
class Vouched:
    """Whom a provider vouches for: "issuer subject", and the address it says it has verified."""

    identity: str
    address: str


@dataclass
class Provider:
    """An OpenID provider. `seal` keeps what is pending in the browser unchanged."""

    client: Client
    seal: str
    timeout_s: float = 10.0
    _known: dict[str, Any] = field(default_factory=dict)
    _known_until: float = 0.0

    def begin(self, redirect_uri: str) -> tuple[str, str]:
        """Return where to send the browser, and the sealed note it brings back."""
        pending = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        with self._session(redirect_uri) as session:
            address, _ = session.create_authorization_url(
                self._metadata()["authorization_endpoint"],
                state=pending["state"],
                nonce=pending["nonce"],
                code_verifier=pending["verifier"],
            )
        claims = {**pending, "exp": int(time.time()) + PENDING_S}
        return str(address), jwt.encode({"alg": "HS256"}, claims, self._seal_key())

    def finish(self, redirect_uri: str, query: dict[str, str], sealed: str) -> Vouched:
        """Take what the provider sent back. Raises ProviderFailed."""
        pending = self._unsealed(sealed)
        if not secrets.compare_digest(pending["state"], query.get("state", "")):
            raise ProviderFailed("the state is not the one that was sent")
        if "code" not in query:
            raise ProviderFailed("the provider sent no code")
        claims = self._claims(self._token(redirect_uri, query, pending["verifier"]))
        if not secrets.compare_digest(str(claims.get("nonce", "")), pending["nonce"]):
            raise ProviderFailed("the nonce is not the one that was sent")
        verified = claims.get("email_verified") is True
        address = str(claims.get("email", "")) if verified else ""
        return Vouched(f"{self.client.issuer} {claims['sub']}", address)

    def _token(self, redirect_uri: str, query: dict[str, str], verifier: str) -> str:
        answer = {"code": query["code"], "state": query["state"]}
        try:
            with self._session(redirect_uri) as session:
                token = session.fetch_token(
                    self._metadata()["token_endpoint"],
                    authorization_response=f"{redirect_uri}?{urlencode(answer)}",
                    code_verifier=verifier,
                )
            return str(token["id_token"])
        except Exception as error:  # the library has no common root for what it raises
            raise ProviderFailed(f"no token: {type(error).__name__}") from error

    def _claims(self, id_token: str) -> dict[str, Any]:
        metadata = self._metadata()
        registry = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": metadata["issuer"]},
            aud={"essential": True, "value": self.client.client_id},
            exp={"essential": True},
            sub={"essential": True},
        )
        try:
            keys = KeySet.import_key_set(metadata["keys"])
            token = jwt.decode(id_token, keys, algorithms=SIGNED_WITH)
            registry.validate(token.claims)
        except (JoseError, ValueError) as error:
            raise ProviderFailed(f"the token does not hold: {type(error).__name__}") from error
        return dict(token.claims)

    def _metadata(self) -> dict[str, Any]:
        """Fetch how the provider is spoken to, and its keys; anew once an hour."""
        if time.monotonic() < self._known_until:
            return self._known
        where = self.client.issuer.rstrip("/") + "/.well-known/openid-configuration"
        try:
            with httpx.Client(timeout=self.timeout_s, trust_env=False) as http:
                known = http.get(where).raise_for_status().json()
                known["keys"] = http.get(known["jwks_uri"]).raise_for_status().json()
        except (httpx.HTTPError, ValueError, KeyError) as error:
            raise ProviderFailed(f"the provider does not answer: {type(error).__name__}") from error
        if known.get("issuer") != self.client.issuer:
            raise ProviderFailed("the provider calls itself by another name")
        self._known, self._known_until = known, time.monotonic() + FETCHED_FOR_S
        return self._known

    def _session(self, redirect_uri: str) -> Any:
        return OAuth2Client(
            client_id=self.client.client_id,
            client_secret=self.client.client_secret,
            scope=SCOPE,
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
            timeout=self.timeout_s,
            trust_env=False,
        )

    def _unsealed(self, sealed: str) -> dict[str, str]:
        try:
            token = jwt.decode(sealed, self._seal_key(), algorithms=["HS256"])
            jwt.JWTClaimsRegistry(exp={"essential": True}).validate(token.claims)
        except (JoseError, ValueError) as error:
            raise ProviderFailed("what was pending has ended") from error
        return {name: str(token.claims[name]) for name in ("state", "nonce", "verifier")}

    def _seal_key(self) -> OctKey:
        return OctKey.import_key(self.seal)
