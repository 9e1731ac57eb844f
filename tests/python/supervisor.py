"""A supervisor's browser: cookies, the sign-in form, and pages read as text. No JavaScript, as the pages promise."""

import html
import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar


class Browser:
    """Signs in once and reads pages."""

    def __init__(self, url: str):
        self.url = url
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies, urllib.request.ProxyHandler({}))

    def open(self, path: str, form: dict[str, str] | None = None) -> str:
        """The page at `path`, after redirects; with a form, what answers it."""
        data = None if form is None else urllib.parse.urlencode(form).encode()
        with self.opener.open(urllib.parse.urljoin(self.url, path), data=data, timeout=30) as page:
            return page.read().decode()

    def sign_in(self, login: str, password: str) -> str:
        """The page behind the sign-in form."""
        form = self.open("/sign-in")
        token = re.search(r'name="form_token" value="([^"]+)"', form)
        assert token, "the form has no token"
        return self.open("/sign-in", {"form_token": token[1], "login": login, "password": password})


def list_links(page: str) -> list[str]:
    """Where the page's received assessments are."""
    return re.findall(r'<a href="(/assessments/[^"]+)"', page)


def text(page: str) -> str:
    """What a person reads."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))
