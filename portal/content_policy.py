"""What a browser may load and run from our pages."""

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

EVERYWHERE = {
    "default-src": [SELF],
    "script-src": [SELF, NONCE],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}
# Wagtail's own pages hold inline scripts. A nonce would make browsers ignore what allows them.
PAGE_EDITOR = {"script-src": [SELF, UNSAFE_INLINE], "style-src": [SELF, UNSAFE_INLINE]}
